### articles/culture-supernatant.md in de. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

meta-mw7smx = Stammzellkulturüberstand verständlich erklärt

meta-bvwwct = Was Stammzellkulturüberstand ist, wie weit die Forschung ist und wie in Japan damit umgegangen wird – erklärt aus Sicht der Patientinnen und Patienten.

h-9sdrxe =
    Stammzellkulturüberstand verständlich erklärt
    Forschung, die ohne die Zellen selbst auskommt:
    was heute bekannt ist und was noch nicht

bq-qrprkg = Dieser Artikel enthält allgemeine Informationen. Er empfiehlt keine bestimmte Behandlung und keine bestimmte medizinische Einrichtung. Wenden Sie sich für Diagnose und Behandlung immer an einen Arzt oder eine Ärztin.

h-83ac4b = 1. Einleitung: Wenn Ihnen das Wort „Überstand“ begegnet ist

p-qah895 = Medizin, die Funktionen des Körpers wiederherstellen will, die durch Verletzung oder Krankheit geschädigt sind, heißt regenerative Medizin. Ein großer Teil der Forschung auf diesem Gebiet galt bisher den Stammzellen, aus denen im Körper neue Zellen hervorgehen.

# yakugo: allow term-count — the second mention is the pronoun in „nach ihrer Vermehrung“.
p-y8pf4d = In den letzten Jahren untersuchen jedoch immer mehr Studien nicht die Stammzellen selbst, sondern die Flüssigkeit, die nach ihrer Vermehrung übrig bleibt. Um diese Flüssigkeit geht es in diesem Artikel: **Stammzellkulturüberstand**. Vielleicht ist Ihnen der Name schon im Internet oder in der Werbung begegnet.

p-a5qyqj = Dieser Artikel erklärt der Reihe nach, was der Überstand enthält, wie weit die Forschung ist, welche Regeln in Japan gelten und was Sie klären sollten, bevor Sie deswegen ärztlichen Rat suchen. Ein Ergebnis vorweg: Stammzellkulturüberstand **wird noch erforscht**, und es ist nicht gesichert, bei welchen Krankheiten und in welchem Maß er hilft.

h-fx7r5m = 2. Was ist Stammzellkulturüberstand?

h-fwkk7h = 2.1. Wie der Überstand entsteht

p-eb999z = Zellen werden in einer Flüssigkeit gehalten, die Nährstoffe enthält (Medium). Das nennt man Zellkultur. Während sie wachsen, geben die Zellen viele verschiedene Stoffe in die Flüssigkeit ab (Sekretion). Sammelt man diese Flüssigkeit und entfernt die Zellen, bleibt als klarer Anteil der Kulturüberstand zurück. In wissenschaftlichen Arbeiten heißt er auch „konditioniertes Medium“.

alt-wefjq6 = Schema in drei Schritten: Flüssigkeit aus einem Kulturgefäß wird zentrifugiert, der zellfreie Überstand kommt in ein anderes Gefäß

p-ty3v28 = Die Arbeitsschritte unterscheiden sich von Labor zu Labor, verlaufen aber meist so:

li-7ndy9e = Die Flüssigkeit nach dem Ende der Kultur sammeln und 10 Minuten bei `300 × g` zentrifugieren, damit sich die Zellen absetzen.

li-wm39pw = Den Überstand in ein anderes Gefäß geben und 20 Minuten bei `2000 × g` zentrifugieren, damit sich tote Zellen und kleine Bruchstücke absetzen.

li-9xzj94 = Durch einen Filter mit einer Porengröße von 0,22 µm filtrieren. Die meisten Bakterien werden so entfernt, Viren aber nicht unbedingt.

li-akemat = In kleine Portionen aufteilen und bei −80 °C tiefgefroren lagern. Wiederholtes Einfrieren und Auftauen vermeiden.

p-dvhnfd = Diese Bedingungen sind nur ein Beispiel, wie es in der Forschung häufig vorkommt; sie garantieren nicht die Qualität eines Produkts.

h-crvgb4 = 2.2. Was ist darin enthalten?

p-4skss4 = Der Überstand ist ein Gemisch aus zahlreichen Stoffen. Hier sind die wichtigsten.

li-jcp869 = **Wachstumsfaktoren**: Proteine, die an der Vermehrung und Differenzierung von Zellen beteiligt sind. Einer von ihnen, der vaskuläre endotheliale Wachstumsfaktor (VEGF), wirkt mit, wenn neue Blutgefäße entstehen.

li-hyyrfr = **Zytokine**: Sammelbegriff für Proteine, die von Zellen freigesetzt werden und Botschaften zwischen Zellen übermitteln. Manche verstärken eine Entzündung, andere hemmen sie.

li-dmmjfn = **Exosomen**: Winzige, von einer Membran umhüllte Bläschen, die von Zellen freigesetzt werden. Ihr Durchmesser wird mit etwa 30 bis 150 nm angegeben; sie transportieren Proteine und Nukleinsäuren[^ev].

li-kawvsk = **Weitere Bestandteile**: Auch Bestandteile des Mediums wie Aminosäuren und Zucker sowie Abfallstoffe der Zellen können zurückbleiben.

p-ax9jr5 = Mehr von einem Bestandteil ist jedoch nicht unbedingt besser. VEGF zum Beispiel ist an der Wundheilung beteiligt, aber bekanntlich auch an der Bildung der Blutgefäße, die Krebs zum Wachsen braucht, und an einigen Augenkrankheiten.

fn-mwvwm4 = Wenn sich nicht zeigen lässt, an welcher Stelle der Zelle die Bläschen entstanden sind, empfiehlt die Leitlinie „MISEV2023“ der Internationalen Gesellschaft für extrazelluläre Vesikel, statt „Exosom“ die weiter gefasste Bezeichnung „extrazelluläres Vesikel (EV)“ zu verwenden.

h-nke5yc = 2.3. Wie werden Mengen angegeben?

p-996xvv = In wissenschaftlichen Arbeiten und Laborberichten stehen viele ungewohnte Einheiten. Wenn Sie wissen, wie man sie liest, können Sie Erklärungen leichter folgen.

td-ewbfam = Messgröße

td-7m3q9a = Beispiel für die Schreibweise

td-shy8h8 = So liest man es

td-m7b9rw = Konzentration eines Zytokins

td-929axt = 10 ng/mL

td-dsyx23 = 10 ng in 1 mL (1 ng ist ein Milliardstel Gramm)

td-d6bdfe = Konzentration eines stark verdünnten Bestandteils

td-fn3qrh = 500 pg/mL

td-9rkypm = Dasselbe wie 0,5 ng/mL (1000 pg sind 1 ng)

td-qvehgw = Größe eines Vesikels

td-fkh2jf = 100 nm

td-pg9gva = Ein Zehntausendstel Millimeter

td-y6eqxy = Stärke der Zentrifugation

td-6htzct = 2000 × g

td-rkwn2t = Eine Kraft, die dem 2000-Fachen der Erdschwerkraft entspricht

td-7yh8mq = Volumen einer Flüssigkeit

td-yger75 = 2 mL

td-nk5zv5 = Weniger als ein halber Teelöffel (ein Teelöffel sind 5 mL)

p-reaaem = Steht in einem Studienplan zum Beispiel „2 mL pro Verabreichung, 3-mal im Abstand von 4 Wochen“, so sind das insgesamt 6 mL. Dies ist ein erfundenes Beispiel, das nur die Schreibweise erklärt; es ist kein Anhaltspunkt für eine Anwendungsmenge. Auch bei gleichem Volumen ist die Konzentration der Bestandteile nicht unbedingt gleich.

h-y6ckq2 = 3. Was man sich erhofft und wie sicher das ist

h-trfxqf = 3.1. Drei Wirkungen, die erforscht werden

li-webf9t = **Gewebereparatur**: Untersucht wird, ob der Überstand den Zellen geschädigten Gewebes Signale gibt und so die Heilung unterstützt.

li-r7y73q = **Entzündungshemmende und immunmodulatorische Wirkung**: Geprüft wird, ob er eine anhaltende Entzündung dämpfen und eine überschießende Immunantwort regulieren kann.

li-bxxp4c = **Angiogenese**: Erforscht wird, ob er die Bildung neuer Blutgefäße fördert und so die Versorgung mit Sauerstoff und Nährstoffen erleichtert.

p-rtm67z = All diese Wirkungen wurden hauptsächlich an Zellen in Kultur und an Tieren beobachtet. Beim Menschen ergibt sich nicht unbedingt dasselbe Ergebnis.

h-zfg3xd = 3.2. Bei welchen Krankheiten und Verletzungen geforscht wird

li-vnqpvt = **Orthopädie**: Bei Arthrose wird die Injektion in das Gelenk (intraartikuläre Injektion) erforscht.

li-jb5m6s = **Nervensystem**: Es gibt Forschung mit dem Ziel der Funktionswiederherstellung nach einem Hirninfarkt oder einer Rückenmarksverletzung.

li-gnvq4d = **Haut**: Es gibt Forschung zu Verbrennungen und zu schlecht heilenden Wunden.

p-jn2td7 = Dass eine Krankheit hier genannt wird, bedeutet nicht, dass eine Wirksamkeit gegen sie anerkannt ist.

h-a46rkm = 3.3. Forschung verläuft in Stufen

p-cgrmya = Eine neue Behandlung wird gewöhnlich in folgenden Stufen geprüft:

li-9m56pv = **Grundlagenforschung**: Unter anderem an Zellen in Kultur wird der Wirkmechanismus untersucht.

li-bfm5f6 = **Präklinische Forschung**: An Tieren werden Hinweise auf Sicherheit und Wirksamkeit gesammelt.

li-w3v9eb = **Klinische Forschung**: Sicherheit und Wirksamkeit werden mit Menschen untersucht, die daran teilnehmen.

li-6fhrz6 = **Zulassungsstudie**: Eine Form der klinischen Forschung, die die Daten für eine staatliche Zulassung sammelt.

p-v7ry53 = Die Forschung zu Stammzellkulturüberstand ist größtenteils Grundlagenforschung und präklinische Forschung. Klinische Forschung gibt es zwar ebenfalls, doch haben viele dieser Studien nur wenige Teilnehmende oder keine Vergleichsgruppe (Kontrollgruppe); für Schlussfolgerungen reichen sie nicht aus.

h-wg6kgt = 4. Was ist der Unterschied zur Stammzelltherapie?

# yakugo: missing · paragraph · src 1:49f3172acfa0
# どちらが優れているかではなく、何を体に入れるのか、何がまだわからないのかに注目して比べてみましょう。
# p-gcg68f =

# yakugo: missing · cell · src 1:57bce588c39a
# 比べる点
# td-c8yxpw =

# yakugo: missing · cell · src 1:67792fa35fb8
# 幹細胞治療
# td-fp7tmv =

# yakugo: missing · cell · src 1:2c2f72825856
# 幹細胞培養上清液
# td-aknzcq =

# yakugo: missing · cell · src 1:175fc140b80e
# 使うもの
# td-6wgd4p =

# yakugo: missing · cell · src 1:234a0e5c4cd8
# 生きた細胞
# td-h97vkx =

# yakugo: missing · cell · src 1:50dd7980d2cc
# 細胞を取り除いた液
# td-xq2evc =

# yakugo: missing · cell · src 1:6597190dd840
# 想定されるはたらき
# td-mh3jfp =

# yakugo: missing · cell · src 1:585b5b74e286
# 細胞そのものと、細胞が出す物質によるもの
# td-ypqfbe =

# yakugo: missing · cell · src 1:b55090589ae3
# 細胞が出した物質によるもの
# td-9ftzz4 =

# yakugo: missing · cell · src 1:d77bb25b28be
# 考えられるおもなリスク
# td-rvmkxb =

# yakugo: missing · cell · src 1:a4e6906b9273
# 感染、拒絶反応、腫瘍化、血管の詰まり（塞栓）
# td-ndfpht =

# yakugo: missing · cell · src 1:0c84f36703c7
# 感染、アレルギー反応、不純物の混入
# td-w8anbs =

# yakugo: missing · cell · src 1:cfe552360f89
# 長期の安全性
# td-tp9rmh =

# yakugo: missing · cell · src 1:0d2bd7f63bd6
# 十分にはわかっていない
# td-ftzqje =

# yakugo: missing · cell · src 1:0d2bd7f63bd6
# 十分にはわかっていない
# td-acw5m5 =

# yakugo: missing · cell · src 1:d95187f4f1b8
# 日本での承認
# td-t6ekmd =

# yakugo: missing · cell · src 1:03076a70111d
# 再生医療等製品として承認されたものが一部にある
# td-fzezqa =

# yakugo: missing · cell · src 1:116a03e4af23
# 私たちの知る限り、医薬品として承認されたものはない
# td-csnchp =

# yakugo: missing · cell · src 1:7e984a7e8205
# 再生医療等安全性確保法
# td-qhbswz =

# yakugo: missing · cell · src 1:7132d3c81f0e
# 原則として対象
# td-av8v6f =

# yakugo: missing · cell · src 1:7121989a92cb
# 細胞を含まないものは、対象外と理解されている
# td-6bpdjx =

# yakugo: missing · quote · src 1:45efa7d4a6de
# 細胞を含まないからといって、安全だと決まったわけではありません。もとになる細胞の由来、検査、製造方法によって、品質は大きく変わります。
# bq-nndrsx =

h-d3ba5y = 5. Wie ist die Rechtslage in Japan?

h-fzkbj8 = 5.1. Verhältnis zum Gesetz über die Sicherheit der regenerativen Medizin

p-t347vg = Das Gesetz über die Sicherheit der regenerativen Medizin ist in Japan im November 2014 in Kraft getreten. Es gilt vor allem für Behandlungen mit bearbeiteten menschlichen oder tierischen Zellen. Eine medizinische Einrichtung muss die Stellungnahme einer Fachkommission einholen und dann dem Minister für Gesundheit, Arbeit und Soziales einen Plan zur Bereitstellung regenerativer Medizin vorlegen. Dass ein Plan vorgelegt wurde, bedeutet nicht, dass der Staat die Wirkung anerkannt hat.

p-d8wca8 = Soweit uns bekannt ist, fallen Behandlungen, bei denen nur zellfreier Kulturüberstand verwendet wird, nicht unter dieses Gesetz. Nach diesem Verständnis schreibt das Gesetz weder die Vorlage eines Bereitstellungsplans noch die Prüfung durch eine Kommission vor. Das Gesetz wurde auch 2024 geändert, und die Einordnung kann sich künftig ändern. Den aktuellen Gesetzestext finden Sie in der [e-Gov-Gesetzessuche](https://laws.e-gov.go.jp/) (auf Japanisch), behördliche Informationen auf der [Website des japanischen Ministeriums für Gesundheit, Arbeit und Soziales](https://www.mhlw.go.jp/).

h-endcx3 = 5.2. Was bedeutet „nicht zugelassen“?

p-qbf8td = Als dieser Artikel geschrieben wurde, war in Japan, soweit uns bekannt ist, kein Stammzellkulturüberstand als Arzneimittel zugelassen. „Nicht zugelassen“ heißt, dass Qualität, Wirksamkeit und Sicherheit nicht in einer staatlichen Prüfung bestätigt worden sind.

p-sjcqah = Im Juli 2024 rief das Ministerium für Gesundheit, Arbeit und Soziales in einem Rundschreiben medizinische Einrichtungen und andere Stellen dazu auf, bei Behandlungen mit Stammzellkulturüberstand, Exosomen und Ähnlichem auf die Sicherheit zu achten.

p-hkh3ax = Kommt es durch ein nicht zugelassenes Mittel zu einem Gesundheitsschaden, kann das öffentliche japanische Entschädigungssystem für Arzneimittelnebenwirkungen in der Regel nicht in Anspruch genommen werden.

h-9azbz6 = 5.3. Was ist eine Selbstzahlerleistung?

p-wrww8z = Eine Selbstzahlerleistung (japanisch „jiyū shinryō“) ist eine Behandlung, für die keine öffentliche Krankenversicherung aufkommt und deren Kosten die Patientin oder der Patient vollständig selbst trägt. Das japanische Wort „jiyū“ bedeutet „frei“, aber nicht „kostenlos“. Da jede medizinische Einrichtung ihre Preise selbst festlegt, unterscheiden sich Kosten und Inhalt auch bei gleichnamigen Behandlungen.

p-7nqcfs = Auch Behandlungen mit Stammzellkulturüberstand werden derzeit als Selbstzahlerleistung angeboten. Sie erfolgen nach dem Ermessen und in der Verantwortung des Arztes oder der Ärztin; der Staat hat ihre Wirksamkeit nicht anerkannt.

# yakugo: missing · heading · src 1:a738805e8872
# 6. 受診を考えるときに
# h-d5tscg =

# yakugo: missing · heading · src 1:9f523070be9e
# 6.1. 医師にたずねたいこと
# h-vh3me3 =

# yakugo: missing · paragraph · src 1:8f8a3fb39a29
# 次の点を、書面を見ながら確かめましょう。質問に答えてもらえないときや、その場での契約を急がされたときは、すぐに返事をせず、いったん帰って考えましょう。
# p-rdgcex =

# yakugo: missing · item · src 1:b6712fdd438e
# 期待される効果には、人を対象としたどのような研究の裏づけがあるか。
# li-gqneq7 =

# yakugo: missing · item · src 1:b69c13a9bc94
# 起こりうる副作用は何か。具合が悪くなったときは、どこに連絡すればよいか。
# li-ftd44m =

# yakugo: missing · item · src 1:6c1c9d940454
# 細胞は誰から（どの動物から）得たものか。感染症の検査は行われているか。
# li-gbry27 =

# yakugo: missing · item · src 1:768eafab7c5a
# 治療の回数、期間、費用の総額はいくらか。途中でやめられるか。
# li-97rpye =

# yakugo: missing · item · src 1:1a8315d27646
# ほかにどのような治療の選択肢があるか。何もしない場合はどうなるか。
# li-pxyggt =

# yakugo: missing · heading · src 1:2462fff56fbe
# 6.2. 必ず伝えてほしいこと
# h-3nk3p2 =

# yakugo: missing · paragraph · src 1:ffbf078137c2
# 持病（とくに、治療中のがんや、これまでにかかったがん）、アレルギー、妊娠や授乳、使っている薬は、忘れずに医師に伝えてください。いま受けている治療や薬を、自分の判断でやめてはいけません。
# p-n9nfsm =

# yakugo: missing · heading · src 1:a06414ca8568
# 6.3. 気をつけたい言い回し
# h-79jxrt =

# yakugo: missing · paragraph · src 1:1697988199d8
# 「必ず効く」「副作用はまったくない」「どんな病気にも使える」といった説明には注意が必要です。効果を約束できる医療はありません。
# p-4p4chk =

# yakugo: missing · heading · src 1:2cf0fa7a9ae9
# 7. 残された課題とこれから
# h-vnwt2r =

# yakugo: missing · item · src 1:796b9ea55830
# **標準化**: 細胞の種類や培養条件、精製方法によって、成分の組成も濃度も変わります。同じ品質のものを繰り返しつくる方法は、まだ定まっていません。
# li-nx2xm3 =

# yakugo: missing · item · src 1:e26cdde36e58
# **作用機序**: 多くの成分のうち、どれが、どのようにはたらくのかは、十分には解明されていません。
# li-5tjbg6 =

# yakugo: missing · item · src 1:2db83eca1c1f
# **安全性**: 長い期間にわたって使った人の記録は限られており、まれな副作用は見つかりにくいのが現状です。
# li-d9xpgw =

# yakugo: missing · paragraph · src 1:cef2a19cf34c
# こうした課題に取り組む研究は、国内でも海外でも続いています。将来、一部の病気で治療の選択肢になる可能性はありますが、いつ、どの病気で実現するのかを言うことはできません。
# p-yq638d =

h-nss7e3 = 8. Häufige Fragen

h-c8wehy = F1. Gelangen mit dem Überstand fremde Stammzellen in meinen Körper?

p-7syqzz = Nein. Die Flüssigkeit wurde aufbereitet, um die Zellen zu entfernen; die Behandlung ist also nicht dazu gedacht, lebende Stammzellen in den Körper zu bringen. Wie vollständig die Zellen entfernt sind, hängt jedoch vom Herstellungsverfahren ab.

h-fspzkw = F2. Ist in Japan ein solches Produkt als Arzneimittel zugelassen?

p-k96dtz = Soweit uns bekannt ist, nein. Als dieser Artikel geschrieben wurde, fanden wir keinen einzigen Stammzellkulturüberstand, der in Japan als Arzneimittel zugelassen war.

# yakugo: missing · heading · src 1:93b688702960
# Q3. 副作用はありますか？
# h-qvj5tp =

# yakugo: missing · paragraph · src 1:f6cc0e9b278c
# あり得ます。注射や点滴では、痛み、腫れ、発熱、アレルギー反応、感染などが考えられます。息苦しさや全身のじんましんなど、急な症状が出たときは、ためらわずに119番（救急）へ電話してください。
# p-7ss26z =

# yakugo: missing · heading · src 1:325b83f0133c
# Q4. 上清液とエクソソームは同じものですか？
# h-q4gkmx =

# yakugo: missing · paragraph · src 1:f054753cfadd
# 同じではありません。上清液は多くの成分を含む液の全体を指し、エクソソームはそこに含まれる小胞の一部です。名前が同じでも、製造者によって中身は異なります。
# p-pdy4ya =

# yakugo: missing · heading · src 1:457b00504380
# Q5. 効くかどうかは、どうすればわかりますか？
# h-pfckbk =

# yakugo: missing · paragraph · src 1:9c72b3f5276e
# 一人ひとりの感想だけでは判断できません。使った人と使わなかった人を比べた臨床研究の結果が必要です。研究の有無や結果については、担当の医師にたずねてください。
# p-g7jyh8 =

# yakugo: missing · paragraph · src 1:16afb23d2050
# 細胞外小胞の研究についてもっと知りたい方は、[国際細胞外小胞学会（ISEV）](https://www.isev.org/)のサイト（英語）もご覧ください。
# p-tqa9tb =

# yakugo: missing · paragraph · src 1:5a8aafbd8c58
# この文章は翻訳支援ツールyakugoの見本として書かれたもので、医師による監修は受けていません。
# p-9n9je4 =
