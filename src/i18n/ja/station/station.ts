/** How a tablet stands with its office once it was enrolled. */
export const station = {
  revoked: 'この端末の登録は取り消されています。管理者に連絡してください。',
  altered: '受け取った設定は、この端末を確認した管理者のものではありません。使わずに捨てました。管理者に連絡してください。',
  enrolAgain: '登録をやり直す',
} as const;
