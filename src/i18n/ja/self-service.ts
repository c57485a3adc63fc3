export const selfService = {
  welcome: {
    title: 'マイナンバーカードの申請',
    lead: '画面の案内にそって、ご自分で申請できます。',
    need: '用意するもの',
    form: '交付申請書（QRコードのついた紙）',
    time: 'かかる時間は5分ほどです',
    start: 'はじめる',
    staff: '係の画面へ',
    stopped: 'いまは新しい申請を始められません。係をお呼びください。',
  },
  call: '係を呼ぶ',
  called: { title: '係がまいります', lead: '少しお待ちください。', close: '自分で続ける' },
  staffPin: '係の暗証番号',
} as const;
