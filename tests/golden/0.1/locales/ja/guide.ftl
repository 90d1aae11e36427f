### Source messages of articles/guide.md, made by `yakugo sync`: edit the article, not this file.

# meta · 1:e32d11dd9c50
meta-cqe3bs = 薬の飲み方

## 服用のしかた

# heading · 1:5ce10cd7fc5f
h-mh65cy = 服用のしかた

# paragraph · 1:eeb433fb8577
p-pny9bb = この薬は1回5 mgを、1日2回飲みます。食後に飲んでください。

# paragraph · 1:6a0a4cdd307b
missed-dose = 飲み忘れたときは、気づいたときに1回分を飲みます。

# paragraph · 1:50a1d1e9c0fc
p-3xbm7t = 次の服用が近いときは飲みません。

## 服用のしかた › 保管

# heading · 1:808507a4b476
h-gsqbzd = 保管

# item · 1:3cd1f59cea8d
li-v2t3tf = 日の当たらない涼しい場所に置きます。

# item · 1:c8a6218adb86
li-zkc45a = *子どもの手が届かない*場所に置きます。

# cell · 1:45996d2d02f0
td-7wkpv8 = 剤形

# cell · 1:2dad46dd768d
td-mztaec = 保管温度

# cell · 1:9283ec16e3ff
td-yypft8 = 錠剤

# cell · 1:ccb6d3df9d1a
td-ayz5d5 = 1〜30℃

# cell · 1:7c111f728f0a
td-qfjwcg = 坐薬

# cell · 1:9c7106b4bd31
td-hgwx7z = 15℃以下

# cell · 1:1079822a82b2
td-bfbq5t = シロップ

# cell · 1:72e7f3a001bd
td-dhhapj = 2〜8℃

# paragraph · 1:fc7223348527
p-xeqzak = くわしくは[相談窓口](https://example.org)へ。

# paragraph · 1:83cc93ae5db8
p-em5yz6 = Yakugo
