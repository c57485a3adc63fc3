/** Prints the page on paper of this size, without borders; what is printed is up to the styles for print. */
export function printPage({ widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number }): void {
  // The policy forbids inline styles; a sheet made by script is none.
  const paper = new CSSStyleSheet();
  paper.replaceSync(`@page { size: ${widthMm}mm ${heightMm}mm; margin: 0 }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper];
  const putBack = (): void => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== paper);
  };
  window.addEventListener('afterprint', putBack, { once: true });
  window.print();
}
