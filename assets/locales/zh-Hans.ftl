# See en.ftl for the context of each message.

## Everywhere

language = 语言
dismiss = 关闭
show-password = 显示密码
opening = 请稍候…
try-again = 重试
cancel = 取消
or = 或
back = 返回
help = 帮助
still-trying = 仍在尝试连接，您的网络可能较慢。
privacy = 隐私
terms = 条款
page-open-failed = 无法打开浏览器。请复制以下地址，粘贴到浏览器中：
mail-open-failed = 无法打开邮件应用。请复制以下地址，粘贴到邮件应用中：
problems = 请更正以下内容：
try-again-in = { $time } 后重试
text-size = 文字大小 { $percent }%

## Forgot password

forgot-title = 忘记密码了？
forgot-lead = 请输入您的邮箱地址，我们会向您发送用于设置新密码的链接。
forgot-lead-code = 请输入您的邮箱地址，我们会向您发送用于设置新密码的验证码。
hosted-lead = 您需要在 { $host } 设置新密码，该页面会在浏览器中打开。
hosted-open = 在浏览器中继续
hosted-opened-title = 请在浏览器中继续
hosted-opened-text = 我们已在浏览器中打开 { $host }。请在那里设置新密码，然后登录。
hosted-open-again = 再次打开页面
email = 邮箱地址
send = 发送重置邮件
sending = 正在发送…
did-you-mean = 您是不是想输入 { $suggestion }？
back-to-email = 返回查收邮件
back-to-sign-in = 返回登录

email-missing = 请输入邮箱地址。
email-malformed = 请按 name@example.com 的格式输入。
email-refused = 此服务无法使用该地址，请检查是否有输入错误。
code-too-early = 您输入的是验证码，只能在申请它的设备上使用。请输入邮箱地址，以获取可在此处使用的新验证码。

## Check your email

check-title = 请查收邮件
check-lead = 如果 { $email } 对应的账号存在，您将收到一封包含链接的邮件。
check-lead-code = 如果 { $email } 对应的账号存在，您将收到一封包含验证码的邮件。
check-lead-both = 如果 { $email } 对应的账号存在，您将收到一封包含链接和验证码的邮件。
hosted-check = 链接会在浏览器中打开此服务的页面，请在那里设置新密码。
link-lifetime = 请在 { $minutes } 分钟内打开链接。
link-lifetime-hours = 请在 { $hours } 小时内打开链接。
link-lifetime-days = 请在 { $days } 天内打开链接。
check-spam = 一分钟后仍未收到？请检查垃圾邮件文件夹和上面的地址。
check-spam-quota = 一分钟后仍未收到？请检查垃圾邮件文件夹和上面的地址。此服务限制邮件发送次数，如果仍未收到，请一小时后重试。
open-mail = 打开邮件应用
mail-app-open-failed = 无法打开邮件应用，请手动打开。
open-webmail = 打开 { $name }
paste-label = 粘贴邮件中的链接
paste-hint = 如果点击链接无法打开此应用，请使用此方法。
paste-or-code-hint = 如果邮件中有验证码，也可以在此处输入验证码。
code-label = 输入验证码或粘贴链接
code-only-label = 输入邮件中的验证码
continue = 继续
checking = 正在检查…
resend = 重新发送邮件
resend-in = { $time } 后可重新发送
resent = 已重新发送。只有最新的邮件有效。
change-address = 使用其他邮箱
no-mailbox = 无法访问此邮箱？
no-mailbox-lead = 为防止他人盗用，我们只会将重置邮件发送到账号的邮箱地址。您还可以：
no-mailbox-provider-title = 找回您的邮箱
no-mailbox-provider-text = 您的邮箱服务商可以提供帮助。
no-mailbox-other-title = 尝试其他地址
no-mailbox-other-text = 使用您在账号中添加过的其他地址。
no-mailbox-support-title = 联系支持人员
no-mailbox-support-text = 我们会请您验证身份。

no-link-or-code-found = 验证码或链接不完整，请重新从邮件中复制。
code-incomplete = 验证码不完整，请重新从邮件中复制。
link-incomplete = 链接不完整，请从邮件中复制完整的链接。
link-of-other-service = 这是其他服务的链接。
link-of-click-tracker = 此链接会经过一个统计点击次数的服务。请直接从邮件中打开链接，或复制邮件中的验证码。
code-wrong = 验证码不正确，请与最新的邮件核对。
code-wrong-tries = 验证码不正确，您还可以再试 { $tries } 次。
code-wrong-last-try = 验证码不正确，您还可以再试 1 次；如果仍不正确，请使用链接。
code-only-wrong-last-try = 验证码不正确，您还可以再试 1 次；如果仍不正确，请点击“重新发送邮件”。
code-wrong-or-expired = 验证码不正确或已过期。请使用最新邮件中的验证码，或点击“重新发送邮件”。
code-expired = 此验证码已过期。请打开同一封邮件中的链接，或点击“重新发送邮件”。
code-used = 已通过这封邮件设置过密码。
code-superseded = 此验证码来自较早的邮件，请使用最新邮件中的验证码。
code-invalid = 此验证码无法在这里使用。请打开邮件中的链接，或点击“重新发送邮件”。
code-only-invalid = 此验证码已过期或无法在这里使用。请点击“重新发送邮件”。

## Choose a new password

reset-title = 设置新密码
reset-checking = 正在检查链接…
reset-for = 账号：{ $email }
new-password = 新密码
confirm-password = 再次输入新密码
second-factor = 身份验证器应用中的验证码
second-factor-hint = 此账号已开启两步验证。
set-password = 更改密码
setting-password = 正在更改密码…
rule-length = 至少 { $min } 个字符
rule-length-so-far = { $have }/{ $min } 个字符
rule-length-refused = { $have }/{ $min } 个字符，还需 { $more } 个。
rule-leaks = 未出现在已知的泄露数据中
tip-words = 用几个互不相关的词组成密码，会很好记。
tip-manager = 请将密码保存到密码管理器中。
minutes-left = 此链接还可使用 { $minutes } 分钟。
hours-left = 此链接还可使用 { $hours } 小时。
days-left = 此链接还可使用 { $days } 天。
expires-soon-title = 此链接将在 { $minutes } 分钟后过期
expires-soon-text = 您输入的内容会保留。
renew = 获取新链接
renewed = 我们正在发送新链接。打开后，您输入的内容仍会保留。
caps-lock = 大写锁定已开启。

strength = 强度
strength-0 = 非常弱
strength-1 = 弱
strength-2 = 一般
strength-3 = 良好
strength-4 = 强
advice-common = 很多人都在使用相同或非常相似的密码。
advice-keyboard = 键盘上相邻的按键最先被猜到。
advice-repeat = 重复相同内容作用不大。
advice-sequence = abc 或 6543 这样的连续字符最先被猜到。
advice-date = 日期和年份很容易被猜到。
advice-word = 单个词很容易被猜到。
advice-name = 名字很容易被猜到。
advice-substitution = 用 @ 代替 a 作用不大。
advice-more-words = 请再加一两个不常见的词。

breach-checking = 正在检查已知的泄露数据…
breach-unknown = 无法检查已知的泄露数据，您可以继续。

password-missing = 请输入新密码。
password-refused = 此服务不接受该密码，请换一个更长的。
passwords-differ = 两次输入的密码不一致。请重新输入第二个，或显示第一个进行核对。
second-factor-wrong = 验证码不正确。请输入应用当前显示的验证码，每个只能使用一次。
too-short = 请使用更长的密码。
too-short-min = 请至少使用 { $min } 个字符。
too-long = 请使用更短的密码。
too-long-max = 请最多使用 { $max } 个字符。
too-many-bytes = 密码过长。最多可使用 { $max } 个英文字母和数字；汉字、其他文字和表情符号每个相当于二到四个字符。
password-characters = 请混合使用小写字母、大写字母、数字以及 ! 或 ? 等符号。
password-common = 太容易被猜到，请换一个不常见的密码。
password-breached = 该密码出现在泄露数据中，请换一个。
password-personal = 请不要包含邮箱地址中的内容。
password-product-name = 请不要包含此服务的名称。
password-same = 这是您当前的密码，请设置一个新密码。

## Done

done-title = 密码已更改
done-for = 请使用 { $email } 和新密码登录。
sessions-ended = 其他所有设备已于 { $time } 退出登录。请在这些设备上使用新密码登录。
sessions-kept = 其他设备可能仍处于登录状态。如果有其他人知道您的旧密码，请在账号设置中让这些设备退出登录。
close-hint = 您可以关闭此窗口。

## A link that does not work

expired-title = 此链接已过期
expired-text = 为保护您的账号，链接只在短时间内有效。获取新链接后即可继续。
invalid-or-expired-title = 此链接无法使用
invalid-or-expired-text = 链接可能已过期、已被使用或不完整。请从最新的邮件中复制完整的链接，或获取新链接。
used-title = 此链接已被使用
used-text = 此链接已被用于设置新密码。如果不是您本人操作，请立即获取新链接并更改密码。
superseded-title = 此链接来自较早的邮件
superseded-text = 只有最新邮件中的链接有效。请打开该链接，或获取新链接。
other-device-title = 请在另一台设备上打开此链接
other-device-text = 此链接只能在申请它的设备上使用。请在那台设备上打开，或为此设备获取新链接。
damaged-title = 此链接不完整
damaged-text = 请从邮件中复制完整的链接，不要遗漏任何字符，或获取新链接。
other-service-title = 此链接不适用于此应用
other-service-text = 它指向其他服务，因此我们没有发送任何内容。如果您没有申请过这封邮件，请将其删除。
hosted-link-title = 请在服务的页面上设置密码
hosted-link-text = 此应用无法使用该链接，因此未做任何更改。请在浏览器中打开邮件里的链接，并在那里设置新密码。
account-closed-title = 此账号已停用
account-closed-text = 该服务已停用此账号，因此密码未更改。如需恢复使用，请联系支持人员。
unsupported-factor-title = 此应用不支持您的验证方式
unsupported-factor-text = 此账号已开启两步验证，但此应用不支持所用的验证方式。密码未更改，请联系支持人员。
hosted-failed-title = 密码未更改
hosted-failed-text = 浏览器页面中的新密码设置未完成。请重新开始，并再次打开该页面。
return-unknown-title = 无法确定密码是否已更改
return-unknown-text = 此链接并非来自此应用打开的页面。请尝试用新密码登录；如果无法登录，请重新开始。
send-new-link = 发送新链接
ask-new-link = 获取新链接
other-device-ask = 获取用于此设备的链接

## The service cannot be reached, or does not answer

offline = 无法连接到服务，请检查网络连接后重试。
offline-title = 您已离线
offline-text = 恢复联网后会自动继续，您输入的内容不会丢失。
waiting-for-connection = 正在等待网络连接…
wait-title = 尝试次数过多
wait-text = 为了您的安全，请稍等片刻再试。
down-title = 服务出现问题
down-text = 请过几分钟再试，您输入的内容不会丢失。
timed-out = 服务响应超时，请重试。
tls-error = 无法建立安全连接。如果您使用的是公共 Wi-Fi，请先登录该网络。另外，请检查此设备的日期和时间。
proxy-error = 网络代理阻止了与服务的连接。请联系网络管理员，或换用其他网络。
captcha-required = 此服务需要验证您不是机器人，但此应用无法进行该验证。请前往该服务的网站设置新密码。
rate-limited = 尝试次数过多，请在 { $time } 后重试。
rate-limited-no-time = 尝试次数过多，请一分钟后重试。
not-configured = 此应用不知道您的账号属于哪项服务，请联系应用的提供方。
unexpected-response = 收到的响应并非来自该服务。如果您使用的是公共 Wi-Fi，请先登录该网络；如果不是，请寻求帮助。
invalid-response = 此应用无法识别服务的响应。请稍后重试，或寻求帮助。
invalid-response-details = 此应用无法识别服务的响应，请稍后重试。寻求帮助时，请告知对方以下内容：{ $answer }

## Shown once, above the screen

memory-only = 完成之前，请不要关闭此应用。此设备无法安全保存您的操作进度。
newer-link = 您打开了较新的链接，现在将使用该链接。
bad-link-ignored = 您打开的另一个链接无效。您可以在这里继续操作。
clock-wrong = 此设备的时钟不准确，显示的时间可能有误。请设置日期和时间。
