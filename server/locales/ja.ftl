# Translation of en.ftl.
language = 言語:
support = お困りのときはこちらへ:
help = ヘルプ
privacy = プライバシー
terms = 利用規約

reset-title = 新しいパスワードを決めてください
open-app-lead = この端末にアプリがあれば、アプリで続けてください。
open-app = アプリを開く
or-set-it-here = または、ここで設定
get-app = アプリを入手:
code-title = コード
code-lead = リクエストした端末のアプリに入力してください。
link-label = メールにあるリンク
link-hint = メールのリンク全体をコピーして、ここに貼り付けてください。
new-password = 新しいパスワード
policy = { $min ->
   *[other] { $min }文字以上にしてください。
  }自分だけが思いつく言葉をいくつか並べると、覚えやすくなります。
repeat-password = 新しいパスワード（もう一度）
show-passwords = 入力した文字を表示する
second-factor = 認証アプリのコード
set-password = 新しいパスワードを設定

done-title = パスワードを変更しました
done-signed-out = ほかの端末はすべてサインアウトされました。新しいパスワードでもう一度サインインしてください。
done-close = このページを閉じて、サインインしてください。

error-summary-title = 直すところがあります
link-missing = メールのリンク全体を貼り付けてください。
password-missing = 新しいパスワードを入力してください。
passwords-differ = 2つのパスワードが違います。両方とも入力し直してください。
password-too-short = { $min ->
   *[other] 短すぎます。{ $min }文字以上にしてください。
  }
password-too-long = { $max ->
   *[other] 長すぎます。{ $max }文字以下にしてください。
  }
password-common = 推測されやすいパスワードです。似たものを多くの人が使っています。
password-breached = 盗まれたパスワードの一覧に載っています。別のものにしてください。
password-personal = メールアドレスの一部が入っています。その部分を除いてください。
password-product-name = このサービスの名前が入っています。その部分を除いてください。
password-same-as-before = 今のパスワードと同じです。新しいものにしてください。
second-factor-required = このアカウントは認証アプリでも守られています。そのコードと、新しいパスワードをもう一度入力してください。
second-factor-invalid = いま有効なコードではありません。認証アプリに次のコードが出るのを待って、新しいパスワードももう一度入力してください。
email-invalid = メールアドレスではないようです。name@example.org のように @ が必要です。
wait-seconds = { $seconds ->
   *[other] 試行回数が多すぎます。{ $seconds }秒お待ちください。
  }
wait-minutes = { $minutes ->
   *[other] 試行回数が多すぎます。{ $minutes }分お待ちください。
  }
malformed-request = 送られた内容を読み取れません。もう一度お試しください。
cross-site-request = 別のウェブサイトから送られたため、何も行いませんでした。ご自身の操作であれば、ここでもう一度お試しください。
internal-error = サービスに問題が起きています。数分後にもう一度お試しください。

expired-title = このリンクは期限切れです
expired-text = 安全のため、リンクが使えるのは短い間だけです。新しいリンクはすぐに届きます。
used-title = このリンクは使用済みです
used-text = このリンクで新しいパスワードが設定されました。心当たりがなければ、すぐに新しいリンクをリクエストし、別のパスワードにしてください。
superseded-title = もっと新しいメールがあります
superseded-text = 新しいメールが届いたため、このリンクは使えません。最新のメールを開くか、もう一度リクエストしてください。
other-device-title = 別の端末のためのリンクです
other-device-text = 別の端末からリクエストされたもので、その端末でしか使えません。その端末で開くか、メールにあるコードをその端末のアプリに入力してください。
invalid-link-title = このリンクは壊れています
invalid-link-text = 一部が欠けているか、変わっています。リンクを壊すメールソフトもあります。メールからもう一度開いてください。

request-title = パスワードをお忘れですか？
request-new-link = ここから新しいリンクをリクエストする
request-lead = アカウントのメールアドレスを入力してください。新しいパスワードを決めるためのリンクをお送りします。
request-in-app = 安全のため、新しいリンクはアプリからのみリクエストできます。
email = メールアドレス
send = メールを送る
requested-title = メールを確認してください
requested-text = { $email } のアカウントがあれば、リンクの入ったメールをお送りしています。
requested-spam = 1分ほどかかることがあります。届かないときは、迷惑メールのフォルダーかアドレスを確かめてください。

freeze-title = 心当たりがありませんか？
freeze-lead = ほかの人がパスワードを変えたのなら、アカウントをロックしてください。メールで新しいパスワードを決めるまで、だれもサインインできなくなります。
freeze = アカウントをロックする
freeze-was-you = ご自身で変更された場合は、このページを閉じてください。
freeze-expired = このリンクでは、もうアカウントをロックできません。ほかの人がパスワードを変えたのなら、すぐにパスワードの再設定をリクエストしてください。
freeze-superseded-title = このリンクでは、もうアカウントをロックできません
freeze-superseded-text = このメールのあとに、パスワードがもう一度変更されました。それにも心当たりがなければ、変更を知らせる最新のメールのリンクを使うか、すぐにパスワードの再設定をリクエストしてください。
frozen-title = アカウントをロックしました
frozen-lead = 新しいパスワードを決めるまで、だれもサインインできません。あと2つの手順があります。
mailbox-step-title = メールアカウントを守る
mailbox-step-text = メールアカウントのパスワードを変えてください。これをした人は、あなたのメールを読めたはずです。
frozen-password-title = ここで新しいパスワードを決める
unlocks-account = アカウントのロックが解除されます。

mail-reset-subject = { $product } の新しいパスワードを設定してください
mail-reset-preheader = { $minutes ->
   *[other] { $minutes }分以内に新しいパスワードを決めてください。
  }
mail-reset-preheader-code = コード: { $code }
mail-reset-lead = { $product } のアカウントに新しいパスワードを設定するリクエストがありました。おそらくご自身によるものです。
mail-same-device = リクエストした端末でリンクを開いてください。
mail-button = 新しいパスワードを設定する
mail-link-valid = { $minutes ->
   *[other] このリンクは{ $minutes }分間、1回だけ使えます。
  }
mail-link-copy = ボタンを押しても何も起きないときは、このリンクをコピーして、アプリかブラウザーに貼り付けてください:
mail-code-title = または、このコードを入力してください
mail-code-valid = { $minutes ->
   *[other] リクエストした端末のアプリで、{ $minutes }分間使えます。
  }だれにも教えないでください。こちらからコードをお尋ねすることはありません。
mail-requested = リクエスト
mail-changed = 変更
mail-device = 端末
mail-device-name = { $system }の{ $client }
mail-fact = { $label }: { $value }
mail-unrequested-title = 心当たりがありませんか？
mail-unrequested-text = その場合は、何もする必要はありません。パスワードは今のままで、このメールがなければだれも変えられません。
mail-unrequested-again = このようなメールが続くときは、お知らせください:
mail-why-reset = パスワード再設定のリクエストがあったため、{ $email } にお送りしました。
mail-why-changed = アカウントのアドレス { $email } にお送りしました。

notice-subject = { $product } のパスワードが変更されました
notice-preheader = ご自身で変更された場合は、問題ありません。心当たりがなければ、アカウントをロックしてください。
notice-lead = { $product } のアカウントのパスワードが変更されました。
notice-signed-out = すべての端末がサインアウトされました。
notice-own-change = ご自身で変更された場合は、問題ありません。新しいパスワードでサインインしてください。
notice-not-you-title = 心当たりがありませんか？
notice-lock-title = アカウントをロックする
notice-link-valid = { $days ->
   *[other] このリンクは{ $days }日間使えます。
  }
notice-recovery-title = { $product } で新しいパスワードを決める
notice-support-title = お知らせください
