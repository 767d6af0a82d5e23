# See en.ftl for the context of each message.

## Everywhere

language = 言語
dismiss = 閉じる
show-password = パスワードを表示
opening = お待ちください…
try-again = もう一度試す
cancel = キャンセル
or = または
back = 戻る
help = ヘルプ
still-trying = 接続を試しています。回線が遅い可能性があります。
privacy = プライバシー
terms = 利用規約
page-open-failed = ブラウザーを開けませんでした。次のアドレスをコピーして、ブラウザーに貼り付けてください：
mail-open-failed = メールアプリを開けませんでした。次のアドレスをコピーして、メールアプリに貼り付けてください：
problems = 次の項目を確認してください：
try-again-in = 再試行まで { $time }
text-size = 文字サイズ { $percent }%

## Forgot password

forgot-title = パスワードをお忘れですか？
forgot-lead = メールアドレスを入力してください。新しいパスワードを設定するためのリンクをお送りします。
forgot-lead-code = メールアドレスを入力してください。新しいパスワードを設定するためのコードをお送りします。
hosted-lead = ブラウザーで { $host } を開き、そこで新しいパスワードを設定します。
hosted-open = ブラウザーで続ける
hosted-opened-title = ブラウザーで続けてください
hosted-opened-text = ブラウザーで { $host } を開きました。そこで新しいパスワードを設定してから、ログインしてください。
hosted-open-again = ページをもう一度開く
email = メールアドレス
send = 再設定メールを送信
sending = 送信中…
did-you-mean = もしかして { $suggestion } ですか？
back-to-email = メールの確認に戻る
back-to-sign-in = ログインに戻る

email-missing = メールアドレスを入力してください。
email-malformed = name@example.comの形式で入力してください。
email-refused = このアドレスはこのサービスでは使えません。入力ミスがないか確認してください。
code-too-early = これはコードです。コードは、リクエストしたデバイスでしか使えません。メールアドレスを入力して、ここで使える新しいコードを受け取ってください。

## Check your email

check-title = メールを確認してください
check-lead = { $email } のアカウントがある場合は、リンクを記載したメールが届きます。
check-lead-code = { $email } のアカウントがある場合は、コードを記載したメールが届きます。
check-lead-both = { $email } のアカウントがある場合は、リンクとコードを記載したメールが届きます。
hosted-check = リンクを開くと、このサービスのページがブラウザーで開きます。そこで新しいパスワードを設定してください。
link-lifetime = { $minutes }分以内にリンクを開いてください。
link-lifetime-hours = { $hours }時間以内にリンクを開いてください。
link-lifetime-days = { $days }日以内にリンクを開いてください。
check-spam = 1分待っても届かない場合は、迷惑メールフォルダーと上のアドレスを確認してください。
check-spam-quota = 1分待っても届かない場合は、迷惑メールフォルダーと上のアドレスを確認してください。このサービスはメールの送信数を制限しています。それでも届かない場合は、1時間後にもう一度お試しください。
open-mail = メールアプリを開く
mail-app-open-failed = メールアプリを開けませんでした。ご自身で開いてください。
open-webmail = { $name }を開く
paste-label = メールのリンクを貼り付け
paste-hint = リンクを開いてもアプリが開かない場合にお使いください。
paste-or-code-hint = メールにコードが記載されている場合は、リンクの代わりにコードを入力できます。
code-label = コードを入力、またはリンクを貼り付け
code-only-label = メールのコードを入力
continue = 続ける
checking = 確認中…
resend = メールを再送信
resend-in = 再送信まで { $time }
resent = 再送信しました。最新のメールだけが有効です。
change-address = 別のアドレスを使う
no-mailbox = メールボックスを開けない場合
no-mailbox-lead = 第三者によるアクセスを防ぐため、再設定メールはアカウントのメールアドレスにのみお送りしています。次の方法をお試しください：
no-mailbox-provider-title = メールボックスを開けるようにする
no-mailbox-provider-text = メールサービスの提供元に問い合わせると、サポートを受けられます。
no-mailbox-other-title = 別のアドレスを試す
no-mailbox-other-text = アカウントに登録してある別のアドレスをお使いください。
no-mailbox-support-title = サポートに問い合わせる
no-mailbox-support-text = ご本人かどうかを確認させていただきます。

no-link-or-code-found = コードまたはリンクの一部しか入力されていません。メールからもう一度コピーしてください。
code-incomplete = コードの一部しか入力されていません。メールからもう一度コピーしてください。
link-incomplete = リンクが途中で切れています。メールからリンク全体をコピーしてください。
link-of-other-service = これは別のサービスのリンクです。
link-of-click-tracker = このリンクは、クリック数を計測するサービスを経由しています。メールから直接開くか、メールのコードをコピーしてください。
code-wrong = コードが違います。最新のメールのコードを確認してください。
code-wrong-tries = コードが違います。あと{ $tries }回入力できます。
code-wrong-last-try = コードが違います。あと1回入力できます。それでも違う場合は、リンクをお使いください。
code-only-wrong-last-try = コードが違います。あと1回入力できます。それでも違う場合は、「メールを再送信」を選んでください。
code-wrong-or-expired = コードが違うか、有効期限が切れています。最新のメールのコードを入力するか、「メールを再送信」を選んでください。
code-expired = コードの有効期限が切れています。同じメールのリンクを開くか、「メールを再送信」を選んでください。
code-used = このメールは、パスワードの設定にすでに使われています。
code-superseded = もっと新しいメールがあります。そのメールのコードをお使いください。
code-invalid = このコードはここでは使えません。メールのリンクを開くか、「メールを再送信」を選んでください。
code-only-invalid = このコードは有効期限が切れているか、ここでは使えません。「メールを再送信」を選んでください。

## Choose a new password

reset-title = 新しいパスワードを設定
reset-checking = リンクを確認中…
reset-for = アカウント：{ $email }
new-password = 新しいパスワード
confirm-password = 新しいパスワード（確認用）
second-factor = 認証アプリのコード
second-factor-hint = このアカウントでは2段階認証が有効です。
set-password = パスワードを変更
setting-password = パスワードを変更中…
rule-length = { $min }文字以上
rule-length-so-far = { $min }文字中{ $have }文字
rule-length-refused = { $min }文字中{ $have }文字です。あと{ $more }文字必要です。
rule-leaks = 過去の流出データに含まれていない
tip-words = 関連のない単語をいくつか並べると、覚えやすくなります。
tip-manager = パスワードマネージャーに保存しておきましょう。
minutes-left = このリンクはあと{ $minutes }分有効です。
hours-left = このリンクはあと{ $hours }時間有効です。
days-left = このリンクはあと{ $days }日間有効です。
expires-soon-title = このリンクの有効期限まであと{ $minutes }分です
expires-soon-text = 入力した内容はそのまま残ります。
renew = 新しいリンクを受け取る
renewed = 新しいリンクをお送りします。そのリンクを開いても、入力した内容は残っています。
caps-lock = Caps Lockがオンになっています。

strength = 強度
strength-0 = とても弱い
strength-1 = 弱い
strength-2 = 普通
strength-3 = 強め
strength-4 = 強い
advice-common = 同じものや似たものを多くの人が使っています。
advice-keyboard = 隣り合うキーの並びは、真っ先に試されます。
advice-repeat = 繰り返しても、あまり強くなりません。
advice-sequence = abcや6543のような並びは、真っ先に試されます。
advice-date = 日付や年は推測されやすいものです。
advice-word = 1つの単語だけでは推測されやすくなります。
advice-name = 名前は推測されやすいものです。
advice-substitution = aを@に置き換えても、あまり強くなりません。
advice-more-words = 珍しい単語をあと1つか2つ加えてください。

breach-checking = 過去の流出データを確認中…
breach-unknown = 流出データを確認できませんでした。このまま続けられます。

password-missing = 新しいパスワードを入力してください。
password-refused = このパスワードはこのサービスでは使えません。もっと長いものをお試しください。
passwords-differ = パスワードが一致しません。2つ目を入力し直すか、1つ目を表示して確認してください。
second-factor-wrong = コードが違います。アプリに今表示されているコードを入力してください。各コードは1回限りです。
too-short = 文字数を増やしてください。
too-short-min = { $min }文字以上にしてください。
too-long = 文字数を減らしてください。
too-long-max = { $max }文字以下にしてください。
too-many-bytes = 長すぎます。半角の英数字は{ $max }文字まで使えます。かな、漢字、絵文字などは、1文字が2～4文字分になります。
password-characters = 英字の大文字と小文字、数字、記号（!や?など）を組み合わせてください。
password-common = 推測されやすいパスワードです。ありふれていないものにしてください。
password-breached = 流出データに含まれています。別のものにしてください。
password-personal = メールアドレスの一部は使わないでください。
password-product-name = このサービスの名前は使わないでください。
password-same = 現在のパスワードと同じです。新しいものにしてください。

## Done

done-title = パスワードを変更しました
done-for = { $email } と新しいパスワードでログインしてください。
sessions-ended = { $time }に、ほかのすべてのデバイスからログアウトしました。それらのデバイスでは、新しいパスワードでログインしてください。
sessions-kept = ほかのデバイスはログインしたままの可能性があります。以前のパスワードを誰かに知られていた場合は、アカウントの設定からログアウトさせてください。
close-hint = このウィンドウは閉じてかまいません。

## A link that does not work

expired-title = リンクの有効期限が切れています
expired-text = アカウントを守るため、リンクは短時間だけ有効です。新しいリンクを受け取れば、すぐに続けられます。
invalid-or-expired-title = このリンクは使えません
invalid-or-expired-text = 有効期限切れか、使用済みか、リンクが途中で切れています。最新のメールからリンク全体をコピーするか、新しいリンクを受け取ってください。
used-title = このリンクは使用済みです
used-text = このリンクで新しいパスワードが設定されました。心当たりがない場合は、今すぐ新しいリンクを受け取り、別のパスワードに変更してください。
superseded-title = もっと新しいメールがあります
superseded-text = 最新のメールのリンクだけが有効です。そのリンクを開くか、新しいリンクを受け取ってください。
other-device-title = このリンクは別のデバイスで開いてください
other-device-text = このリンクは、リクエストしたデバイスでしか使えません。そのデバイスで開くか、このデバイス用の新しいリンクを受け取ってください。
damaged-title = リンクが途中で切れています
damaged-text = メールからリンクの最初から最後までをコピーするか、新しいリンクを受け取ってください。
other-service-title = このアプリのリンクではありません
other-service-text = 別のサービスのリンクのため、何も送信していません。メールに心当たりがない場合は、削除してください。
hosted-link-title = パスワードはサービスのページで設定してください
hosted-link-text = このリンクはこのアプリでは使えないため、何も変更していません。メールのリンクをブラウザーで開き、そこで新しいパスワードを設定してください。
account-closed-title = このアカウントは停止されています
account-closed-text = サービス側でアカウントが停止されているため、パスワードは変更されていません。利用を再開するには、サポートにお問い合わせください。
unsupported-factor-title = このアプリでは2段階目の認証ができません
unsupported-factor-text = このアカウントの2段階認証には、このアプリが対応していない方法が使われています。パスワードは変更されていません。サポートにお問い合わせください。
hosted-failed-title = パスワードは変更されていません
hosted-failed-text = ブラウザーのページで、新しいパスワードが設定されませんでした。最初からやり直し、ページをもう一度開いてください。
return-unknown-title = パスワードが変更されたかどうか確認できません
return-unknown-text = このリンクは、このアプリが開いたページのものではありません。新しいパスワードを試し、使えない場合は最初からやり直してください。
send-new-link = 新しいリンクを送信
ask-new-link = 新しいリンクを受け取る
other-device-ask = このデバイス用のリンクを受け取る

## The service cannot be reached, or does not answer

offline = サービスに接続できません。ネットワーク接続を確認して、もう一度お試しください。
offline-title = オフラインです
offline-text = オンラインに戻ると自動的に続行します。入力した内容は失われません。
waiting-for-connection = 接続を待っています…
wait-title = 試行回数が多すぎます
wait-text = 安全のため、しばらく待ってからもう一度お試しください。
down-title = サービスに問題が発生しました
down-text = 数分後にもう一度お試しください。入力した内容は失われません。
timed-out = サービスからの応答に時間がかかりすぎました。もう一度お試しください。
tls-error = 安全に接続できませんでした。公共のWi-Fiをお使いの場合は、先にそのネットワークにログインしてください。このデバイスの日付と時刻も確認してください。
proxy-error = ネットワークのプロキシが、サービスへの接続をブロックしました。ネットワークの管理者に問い合わせるか、別のネットワークをお使いください。
captcha-required = このサービスではロボットでないことの確認が必要ですが、このアプリでは確認できません。サービスのウェブサイトで新しいパスワードを設定してください。
rate-limited = 試行回数が多すぎます。{ $time } 後にもう一度お試しください。
rate-limited-no-time = 試行回数が多すぎます。1分後にもう一度お試しください。
not-configured = このアプリには、アカウントのサービスが設定されていません。アプリの提供元にお問い合わせください。
unexpected-response = サービスとは別のところから応答がありました。公共のWi-Fiをお使いの場合は、先にそのネットワークにログインしてください。そうでない場合は、お問い合わせください。
invalid-response = サービスの応答を、このアプリで処理できませんでした。しばらくしてからもう一度試すか、お問い合わせください。
invalid-response-details = サービスの応答を、このアプリで処理できませんでした。しばらくしてからもう一度お試しください。お問い合わせの際は、次の内容をお伝えください：{ $answer }

## Shown once, above the screen

memory-only = 完了するまで、このアプリを閉じないでください。このデバイスには、手続きの内容を安全に保存できません。
newer-link = 新しいリンクが開かれました。そちらのリンクで続けます。
bad-link-ignored = 別のリンクが開かれましたが、使えないリンクでした。ここでそのまま続けられます。
clock-wrong = このデバイスの時計がずれているため、表示される時刻が正しくない場合があります。日付と時刻を設定してください。
