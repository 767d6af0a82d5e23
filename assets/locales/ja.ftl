# See en.ftl for the context of each message.

## Everywhere

language = 言語
dismiss = 閉じる
show-password = パスワードを表示
opening = 少々お待ちください…
try-again = もう一度試す
cancel = キャンセル
or = または
back = 戻る
help = ヘルプ
still-trying = まだ接続を試しています。回線が遅いのかもしれません。
privacy = プライバシー
terms = 利用規約
page-open-failed = ブラウザーを開けませんでした。このアドレスをコピーしてブラウザーで開いてください：
mail-open-failed = メールアプリを開けませんでした。このアドレスをコピーしてメールの宛先にしてください：
problems = もう一度ご確認ください：
try-again-in = { $time } 後に再試行
text-size = 文字サイズ { $percent }%

## Forgot password

forgot-title = パスワードをお忘れですか？
forgot-lead = アカウントのメールアドレスを入力してください。新しいパスワードを決めるためのリンクをお送りします。
forgot-lead-code = アカウントのメールアドレスを入力してください。新しいパスワードを決めるためのコードをお送りします。
hosted-lead = 新しいパスワードは、ブラウザーで開く { $host } で設定します。
hosted-open = ページを開く
hosted-opened-title = ブラウザーで続けてください
hosted-opened-text = ブラウザーで { $host } を開きました。そこで新しいパスワードを設定してから、ログインしてください。
hosted-open-again = ページをもう一度開く
email = メールアドレス
send = 再設定メールを送る
sending = 送信しています…
did-you-mean = { $suggestion } ではありませんか？
back-to-email = メール確認の画面に戻る
back-to-sign-in = サインインに戻る

email-missing = メールアドレスを入力してください。
email-malformed = メールアドレスではないようです。name@example.org のように @ が必要です。
email-refused = このアドレスはサービスで受け付けられませんでした。打ち間違いがないか確かめてください。
code-too-early = これは再設定用のコードで、申し込んだ端末でしか使えません。この端末で使えるコードを受け取るには、メールアドレスを入力してください。

## Check your email

check-title = メールを確認してください
check-lead = { $email } のアカウントがあれば、リンクの入ったメールをお送りしています。
check-lead-code = { $email } のアカウントがあれば、コードの入ったメールをお送りしています。
check-lead-both = { $email } のアカウントがある場合は、リンクとコードを記載したメールが届きます。
hosted-check = メールのリンクは、このサービスのページをブラウザーで開きます。新しいパスワードはそこで決めてください。
check-spam = 1分ほどかかることがあります。届かないときは、迷惑メールのフォルダーを見るか、アドレスを確かめてください。
open-mail = メールアプリを開く
mail-app-open-failed = メールアプリを開けませんでした。ご自分で開いてください。
open-webmail = { $name } を開く
paste-label = メールのリンクを貼り付ける
paste-hint = リンクを開いてもこの画面に戻らないときにお使いください。
code-label = コードを入力、またはリンクを貼り付け
code-only-label = メールのコードを入力
continue = 続ける
checking = 確認しています…
resend = メールを再送信
resend-in = { $time } 後に再送信
resent = もう一度送りました。最新のメールをお使いください。
change-address = 別のアドレスを使う
no-mailbox = このメールを受信できませんか？
no-mailbox-lead = 新しいパスワードを決められるのは、このメールボックスを読める人だけです。他人からあなたを守るためです。それでも、たいていは方法があります。
no-mailbox-provider-title = メールボックスに入れるようにする
no-mailbox-provider-text = メールの提供元に、メールボックスを取り戻すための手続きがあります。まずそちらをお試しください。
no-mailbox-other-title = 別のアドレスを試す
no-mailbox-other-text = アカウントに別のアドレスも登録していれば、そちらをお使いください。
no-mailbox-support-title = サポートに問い合わせる
no-mailbox-support-text = それも難しいときは、このサービスの運営者にお問い合わせください。ご本人かどうかの確認があります。

no-link-or-code-found = リンクまたはコードの全体が入っていません。メールからもう一度コピーしてください。
code-incomplete = コードの全体が入っていません。メールからもう一度コピーしてください。
link-incomplete = リンクが途中で切れています。最初の文字から最後の文字まで、すべてコピーしてください。
link-of-other-service = これは別のサービスのリンクです。
link-of-click-tracker = このリンクは、クリックを計測するサービスを経由しています。メールからリンクを開くか、メールのコードをコピーしてください。
code-wrong = コードが違います。最新のメールと見比べてください。
code-wrong-tries = コードが違います。あと{ $tries }回入力できます。メールのリンクはそのまま使えます。
code-expired = このコードはもう使えません。同じメールのリンクを開くか、新しいメールを送ってください。
code-used = このメールを使って、すでにパスワードが設定されています。
code-superseded = もっと新しいメールがあります。そちらのコードをお使いください。
code-invalid = このコードはここでは使えません。メールのリンクを開くか、新しいメールを送ってください。
code-only-invalid = このコードはもう使えないか、ここでは使えません。新しいメールを送ってください。

## Choose a new password

reset-title = 新しいパスワードを決めてください
reset-checking = リンクを確認しています…
reset-for = { $email } のアカウントのパスワードです。
new-password = 新しいパスワード
confirm-password = 新しいパスワード（もう一度）
second-factor = 認証アプリのコード
second-factor-hint = このアカウントは認証アプリでも守られています。アプリには30秒ごとに新しいコードが表示されます。
set-password = 新しいパスワードを設定
setting-password = 設定しています…
rule-length = { $min }文字以上にしてください
rule-length-so-far = { $min } 文字中 { $have } 文字
rule-length-refused = { $min } 文字中 { $have } 文字です。あと { $more } 文字追加してください。
rule-leaks = 既知の漏えいデータに含まれていない
tip-words = 自分だけが思いつく言葉をいくつか並べると、覚えやすくなります。
tip-manager = パスワードマネージャーに保存してください。
minutes-left = あと{ $minutes }分以内に終えてください。
expires-soon-title = このリンクはあと { $minutes } 分で期限切れになります
expires-soon-text = 入力した内容はそのまま残ります。
renew = 新しいリンクを受け取る
renewed = 新しいメールをお送りしています。そのリンクを開いても、入力した内容は残っています。
caps-lock = Caps Lock がオンになっています。

strength = 強さ
strength-0 = とても弱い
strength-1 = 弱い
strength-2 = ふつう
strength-3 = 良い
strength-4 = 強い
advice-common = 同じもの、またはよく似たものを多くの人が使っています。
advice-keyboard = キーボードで隣り合うキーの並びは、真っ先に推測されます。
advice-repeat = 同じものを繰り返しても、ほとんど強くなりません。
advice-sequence = abc や 6543 のような連続した文字は、真っ先に推測されます。
advice-date = 年や日付は推測されやすいものです。
advice-word = 単語1つだけでは、推測されやすくなります。
advice-name = 名前は推測されやすいものです。
advice-substitution = a を @ に変えても、推測されにくくはなりません。
advice-more-words = 言葉をあと1つか2つ足してください。珍しい言葉ほど安全です。

breach-checking = 流出したパスワードの一覧と照らし合わせています…
breach-unknown = 流出したパスワードの一覧を確認できませんでした。このまま続けられます。

password-missing = 新しいパスワードを入力してください。
password-refused = このパスワードはサービスで受け付けられませんでした。もっと長いものをお試しください。
passwords-differ = 2つのパスワードが違います。2つ目を入力し直すか、1つ目を表示して確かめてください。
second-factor-wrong = 認証アプリに今表示されているコードを入力してください。同じコードは一度しか使えません。
too-short = 短すぎます。文字を増やしてください。
too-short-min = 短すぎます。{ $min }文字以上にしてください。
too-long = 長すぎます。文字を減らしてください。
too-long-max = 長すぎます。{ $max }文字以下にしてください。
too-many-bytes = 長すぎます。英字と数字なら{ $max }文字まで入ります。かな、漢字、絵文字などは1文字で2～4文字分になります。
password-characters = 文字の種類が足りません。小文字、大文字、数字、! や ? などの記号を組み合わせてください。
password-common = 推測されやすいパスワードです。似たものを多くの人が使っています。
password-breached = 流出したパスワードの一覧に載っています。別のものにしてください。
password-personal = メールアドレスの一部が入っています。その部分を除いてください。
password-product-name = このサービスの名前が入っています。その部分を除いてください。
password-same = 今のパスワードと同じです。新しいものにしてください。

## Done

done-title = パスワードを変更しました
done-for = { $email } と新しいパスワードでサインインしてください。
sessions-ended = { $time } に、ほかのすべての端末からサインアウトしました。それぞれの端末で、新しいパスワードを使ってもう一度サインインしてください。
sessions-kept = ほかの端末はサインインしたままかもしれません。前のパスワードをほかの人に知られている恐れがあれば、アカウントの設定でそれらの端末をサインアウトしてください。
close-hint = このウィンドウを閉じて、サインインしてください。

## A link that does not work

expired-title = このリンクは期限切れです
expired-text = 安全のため、リンクが使えるのは短い間だけです。新しいリンクはすぐに受け取れます。
used-title = このリンクは使用済みです
used-text = このリンクで新しいパスワードが設定されました。心当たりがなければ、すぐに新しいリンクを申し込み、別のパスワードにしてください。
superseded-title = もっと新しいメールがあります
superseded-text = その後に新しいメールをお送りしたため、このリンクは使えません。最新のメールを開くか、もう一度申し込んでください。
other-device-title = 別の端末のためのリンクです
other-device-text = 別の端末から申し込まれたもので、その端末でしか使えません。その端末で開くか、ここから新しいリンクを申し込んでください。
damaged-title = このリンクは壊れています
damaged-text = 一部が欠けているか、変わっています。メールソフトがリンクを壊すこともあります。メールからもう一度開くか、新しいリンクを申し込んでください。
other-service-title = 別のサービスのリンクです
other-service-text = このサービスのリンクではないため、どこにも何も送信していません。心当たりがなければ、そのメールは削除してください。
hosted-link-title = パスワードはサービスのページで決めます
hosted-link-text = このアプリではリンクを使えないため、何も変わっていません。メールからブラウザーで開き、そのページで新しいパスワードを決めてください。
send-new-link = 新しいリンクを送る
ask-new-link = 新しいリンクを申し込む
other-device-ask = このデバイス用のリンクを送信

## The service cannot be reached, or does not answer

offline = サービスに接続できません。通信状態を確かめて、もう一度お試しください。
offline-title = オフラインです
offline-text = 接続が戻ると自動的に続きます。入力した内容は失われません。
waiting-for-connection = 接続を待っています…
wait-title = 試した回数が多すぎます
wait-text = 1分ほどお待ちください。
down-title = サービスに問題が起きています
down-text = 数分後にもう一度お試しください。
timed-out = 時間内にサービスから応答がありませんでした。もう一度お試しください。
tls-error = サービスに安全に接続できませんでした。公共の Wi-Fi などをお使いなら、先にそのネットワークにログインしてください。この端末の日付と時刻も確かめてください。
proxy-error = お使いのネットワークのプロキシが、サービスへの接続を拒否しました。ネットワークの管理者に問い合わせるか、別のネットワークをお使いください。
rate-limited = 試した回数が多すぎます。{ $time } お待ちください。
rate-limited-no-time = 試した回数が多すぎます。1分ほどお待ちください。
not-configured = あなたのアカウントがどのサービスのものか、このアプリに設定されていません。アプリの提供元に設定を依頼してください。
unexpected-response = サービスではない別のところから応答がありました。公共の Wi-Fi などをお使いなら、先にそのネットワークにログインしてください。そうでなければ、お問い合わせください。
invalid-response = サービスの応答を、このアプリでは理解できませんでした。しばらくしてからもう一度お試しになるか、お問い合わせください。
invalid-response-details = サービスの応答を、このアプリでは理解できませんでした。しばらくしてからもう一度お試しください。お問い合わせの際は、次の内容をお伝えください：{ $answer }

## Shown once, above the screen

memory-only = この端末ではキーストア（鍵の保管場所）が使えないため、アプリを閉じるとこの申し込みは失われます。終わるまでアプリを開いたままにしてください。
newer-link = もっと新しいリンクが開かれました。今はそちらを使っています。
bad-link-ignored = 別のリンクが開かれましたが、そのリンクは使えません。ここでそのまま続けられます。
clock-wrong = この端末の時計が合っていないため、ここに出る時刻がずれていることがあります。日付と時刻を合わせてください。
