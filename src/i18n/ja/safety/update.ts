export const update = {
  waits: '新しい版があります。受付の合間に入れ替えます。',
  now: '入れ替える',
  busyElsewhere: '別のタブで受付中です。終わってから、もう一度押してください。',
} as const;
