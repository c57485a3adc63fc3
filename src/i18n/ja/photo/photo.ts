import { photoCoach } from './photo-coach';
import { photoReview } from './photo-review';

export const photo = {
  title: '写真をとります',
  shoot: '写真をとる',
  shooting: 'とっています',
  fromFile: 'ファイルから',
  camera: 'カメラ',
  unnamedCamera: 'カメラ {{number}}',
  starting: 'カメラを準備しています',
  preview: 'カメラの映像',
  backToReview: 'とった写真を見る',
  coach: photoCoach,
  review: photoReview,
  problem: {
    denied: 'カメラの使用が許可されていません。ブラウザーの住所欄のカメラの印から許可して、「もう一度」を押してください。',
    busy: 'ほかのアプリがカメラを使っています。そのアプリを閉じて、「もう一度」を押してください。',
    missing: 'カメラが見つかりません。つなぎ直すか、ファイルから写真を入れてください。',
    unplugged: 'カメラが外れました。つなぎ直すと、自動で続けます。',
    insecure: 'この接続ではカメラを使えません。https:// の住所で開いてください。',
    failed: 'カメラを始められませんでした。「もう一度」を押すか、ほかのカメラをえらんでください。',
    scannerUnavailable: 'この端末ではコードを読み取れません。「手で入力」を使ってください。',
    cameraTooSmall: '写真の画素が足りません（横{{width}}画素、480以上が必要）。もっと近づくか、ほかのカメラをえらんでください。',
    takeFailed: 'とれませんでした。もう一度押してください。',
    empty: 'このファイルは空です。ほかの写真をえらんでください。',
    notAPicture: 'このファイルは写真ではありません。JPEGかPNGの写真をえらんでください。',
    unsupported: 'この形式の写真は開けません。JPEGかPNGで保存し直した写真をえらんでください。',
    corrupt: 'このファイルはこわれていて開けません。写真をコピーし直すか、ほかの写真をえらんでください。',
    animated: '動く画像は使えません。ふつうの写真をえらんでください。',
    cmyk: '印刷用の色（CMYK）の画像は使えません。カメラの写真（RGB）をえらんでください。',
    tooSmall:
      'この写真では顔が小さすぎます（切り取りの横{{width}}画素、480以上が必要）。顔が大きく写った写真をえらんでください。',
    tooLarge: 'このファイルは大きすぎて、この端末では開けません。小さくした写真をえらんでください。',
    heicNotHere: 'HEIC形式の写真は、この端末では開けません。JPEGで保存し直した写真をえらんでください。',
  },
} as const;
