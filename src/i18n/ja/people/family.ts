export const family = {
  label: 'ご家族',
  member: '{{number}}人目',
  age: '（{{age}}歳）',
  now: '入力中',
  waiting: 'あとで',
  sealed: '受付済み',
  add: '＋ 家族を追加',
  next: 'ご家族の次の方',
  resume: '{{number}}人目の続き',
} as const;
