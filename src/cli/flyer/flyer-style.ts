/** A4 upright. Fonts are the machine's own Japanese ones: a municipality's print is done where they are. */
export const flyerStyle = `
@page { size: 210mm 297mm; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { background: #e8eaee; color: #1a1a1a; word-break: auto-phrase;
  font-family: "BIZ UDPGothic", "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif }
main { position: relative; width: 210mm; height: 297mm; margin: 0 auto; background: #fff; overflow: hidden;
  display: grid; grid-template-rows: auto minmax(0, 1fr) auto; -webkit-print-color-adjust: exact; print-color-adjust: exact }
header { background: #0017c1; color: #fff; padding: 16mm 16mm 12mm }
header p { font-size: 6mm }
h1 { margin-top: 3mm; font-size: 16mm; line-height: 1.3; letter-spacing: .02em }
h1 span { display: block; white-space: nowrap }
.free { display: inline-block; margin-top: 5mm; padding: 1.5mm 6mm; border-radius: 20mm; background: #ffd43d; color: #1a1a1a;
  font-size: 7mm; font-weight: 700 }
.middle { display: grid; grid-template-columns: minmax(0, 1fr); align-content: space-evenly; gap: 6mm; padding: 8mm 16mm }
.middle.with-artwork { grid-template-columns: minmax(0, 1fr) 52mm; column-gap: 8mm }
dl { display: grid; grid-template-columns: 24mm minmax(0, 1fr); gap: 3mm 4mm; align-content: center }
dt { font-size: 5mm; color: #0017c1; font-weight: 700; padding-top: 1.4mm }
dd { font-size: 8mm; font-weight: 700; line-height: 1.35; font-feature-settings: "tnum"; text-wrap: balance }
.artwork { width: 52mm; height: 62mm; object-fit: contain; align-self: center }
.steps { grid-column: 1 / -1; list-style: none; display: grid; grid-template-columns: repeat(3, 1fr); gap: 5mm }
.steps li { border: .5mm solid #c5d7fb; border-radius: 4mm; background: #f3f6fe; padding: 4mm;
  font-size: 4.8mm; line-height: 1.6 }
.steps b { display: block; color: #0017c1; font-size: 9mm; line-height: 1.2 }
.line { grid-column: 1 / -1; font-size: 6.5mm; font-weight: 700; text-align: center }
footer { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8mm; align-items: end; padding: 6mm 16mm 12mm;
  border-top: .5mm solid #c9ccd2; font-size: 5mm; line-height: 1.6 }
footer b { color: #0017c1 }
footer figure { text-align: center; font-size: 4mm }
footer svg { display: block; width: 32mm; height: 32mm }
`;
