# ボタン
save = 保存して閉じる
    .title = 変更を保存します
doses = { $count ->
   *[other] { $count }回分
}
-brand = 訳語
about = { -brand }について
