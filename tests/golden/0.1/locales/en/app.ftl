### ui/app.ftl in en. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

# yakugo: stale (wording) · since 2026-02-03 · src 1:660868221338
# yakugo: was 保存する
# yakugo: was .title = 変更を保存します
# yakugo: now 保存して閉じる
# yakugo: now .title = 変更を保存します
save = Save
    .title = Saves your changes

# yakugo: missing · message · src 1:bdf6099d6a8c
# { $count ->
#    *[other] { $count }回分
# }
# doses =

-brand = Yakugo

about = About { -brand }
