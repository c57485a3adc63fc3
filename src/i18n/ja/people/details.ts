/** What only some applicants are asked for. */
export const details = {
  title: '詳しい内容',
  missing: {
    destination: '住民票のある市区町村を選んでください。選べないときは、ここでは申請できません。',
    stay: '外国人住民の区分と在留期間を入れてください。',
    nameNotes: '旧氏・通称を確かめてください。',
    braille: '点字に入れる氏名を確かめてください。',
  },
  destination: {
    ask: '住民票のある市区町村',
    sealedToThem: 'この申請に封をすると、その市区町村の役所だけが開けられます。',
    others: 'ここにない市区町村の方は、お住まいの市区町村の窓口か、郵送・スマートフォンで申請してください。',
    none: 'この会場では、ほかの市区町村の方の申請をお受けできません。お住まいの市区町村の窓口か、郵送・スマートフォンで申請してください。郵送のための写真は、最初の画面の「写真だけ」でお渡しできます。',
  },
  stay: {
    status: '外国人住民の区分',
    statuses: {
      midToLongTerm: '中長期在留者',
      specialPermanent: '特別永住者',
      temporaryRefuge: '一時庇護許可者',
      provisionalStay: '仮滞在許可者',
      bornHere: '出生による経過滞在者',
      lostNationality: '国籍喪失による経過滞在者',
    },
    term: '在留資格',
    terms: { limited: '期間のある資格', permanent: '永住者', highlySkilled: '高度専門職2号' },
    end: '在留期間の満了日',
    endHint: '在留カードのとおり、西暦で',
    ended: '在留期間が終わっています。先に出入国在留管理局で更新し、新しい在留カードをもって、もう一度お越しください。',
    cardUntil:
      'カードの期限は、在留期間の満了日と同じ{{date}}です。在留期間を更新したら、市役所でカードの期限ものばしてください。',
    cardUntilMonth: 'カードの期限は{{year}}年{{month}}月の誕生日です。',
  },
  check: { destination: '封筒のあて先', stayUntil: '{{date}}まで' },
  nameNotes: {
    title: '旧氏・通称',
    formerName: '旧氏',
    formerNameHint: '住民票にのせてあるもの',
    alias: '通称',
    aliasHint: '住民票にのせてあるもの',
  },
  braille: {
    title: '氏名の点字表記',
    label: 'カードに点字で入れる氏名（かな）',
    hint: '空白も1文字、「が」や「ぱ」は2文字に数えます',
    count: '{{count}}文字（{{most}}文字まで）',
    tooLong: '24文字を超えています。名だけにするなど、短くしてください。',
    notKana: 'ひらがな、カタカナ、空白だけが使えます。',
  },
} as const;
