### ui/app.ftl in de. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

# yakugo: missing · message · src 1:660868221338
# (ボタン)
# 保存して閉じる
# .title = 変更を保存します
# save =

# yakugo: missing · message · src 1:bdf6099d6a8c
# { $count ->
#    *[other] { $count }回分
# }
# doses =

# yakugo: missing · message · src 1:203bdc426be9
# 訳語
# -brand =

# yakugo: missing · message · src 1:9ac5a9f4d6dc
# { -brand }について
# about =
