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
still-trying = 仍在尝试连接。网络可能较慢。
privacy = 隐私
terms = 条款
page-open-failed = 无法打开浏览器。请复制此地址到浏览器中打开：
mail-open-failed = 无法打开邮件应用。请复制此地址，在邮件应用中使用：
problems = 请再检查以下内容：
try-again-in = { $time } 后重试
text-size = 文字大小 { $percent }%

## Forgot password

forgot-title = 忘记密码了？
forgot-lead = 请输入您账号的邮箱地址。我们会给您发送一个用于设置新密码的链接。
forgot-lead-code = 请输入您账号的邮箱地址。我们会给您发送一个用于设置新密码的验证码。
hosted-lead = 您将在 { $host } 设置新密码，该页面会在浏览器中打开。
hosted-open = 打开页面
hosted-opened-title = 在浏览器中继续
hosted-opened-text = 我们已在浏览器中打开 { $host }。请在那里设置新密码，然后登录。
hosted-open-again = 再次打开页面
email = 邮箱地址
send = 发送重置邮件
sending = 正在发送…
did-you-mean = 您是想输入 { $suggestion } 吗？
back-to-email = 返回查收邮件
back-to-sign-in = 返回登录

email-missing = 请输入您的邮箱地址。
email-malformed = 这不像是邮箱地址。地址中要有 @，例如 name@example.org。
email-refused = 服务不接受此地址。请检查有没有输错。
code-too-early = 这是重置密码的验证码，只能在申请它的设备上使用。请输入您的邮箱地址，获取可在此使用的新验证码。

## Check your email

check-title = 请查收邮件
check-lead = 如果 { $email } 有对应的账号，一封带链接的邮件已在路上。
check-lead-code = 如果 { $email } 有对应的账号，一封带验证码的邮件已在路上。
check-lead-both = 如果 { $email } 对应的账号存在，您将收到一封包含链接和验证码的邮件。
hosted-check = 邮件中的链接会在您的浏览器中打开此服务的页面。请在那里设置新密码。
check-spam = 可能需要一分钟。如果没有收到，请查看垃圾邮件文件夹，或检查地址。
open-mail = 打开邮件应用
mail-app-open-failed = 无法打开邮件应用。请自行打开。
open-webmail = 打开 { $name }
paste-label = 粘贴邮件中的链接
paste-hint = 如果打开链接后没有回到这里，请使用此项。
code-label = 输入验证码，或粘贴链接
code-only-label = 输入邮件中的验证码
continue = 继续
checking = 正在检查…
resend = 重新发送邮件
resend-in = { $time } 后重新发送
resent = 已重新发送。请使用最新的一封邮件。
change-address = 换一个地址
no-mailbox = 无法使用此邮箱？
no-mailbox-lead = 只有能读到此邮箱邮件的人才能设置新密码，这样可以防止陌生人盗用您的账号。通常还是有办法的：
no-mailbox-provider-title = 恢复邮箱的使用
no-mailbox-provider-text = 您的邮箱服务商有自己的邮箱找回方式，请先从那里开始。
no-mailbox-other-title = 尝试其他地址
no-mailbox-other-text = 如果您的账号还有另一个邮箱地址，请使用那个地址。
no-mailbox-support-title = 联系支持团队
no-mailbox-support-text = 如果都不行，请联系本服务的运营方。他们需要核实您的身份。

no-link-or-code-found = 这既不是完整的链接，也不是完整的验证码。请从邮件中重新复制。
code-incomplete = 这不是完整的验证码。请从邮件中重新复制。
link-incomplete = 此链接不完整。请从第一个字符到最后一个字符全部复制。
link-of-other-service = 此链接属于另一个服务。
link-of-click-tracker = 此链接会经过一个统计点击的服务。请从邮件中打开它，或复制邮件中的验证码。
code-wrong = 验证码不对。请与最新的一封邮件核对。
code-wrong-tries = 验证码不对。您还可以再试 { $tries } 次；邮件中的链接不受影响。
code-expired = 此验证码已失效。请打开同一封邮件中的链接，或重新发送一封。
code-used = 已经用这封邮件设置过密码。
code-superseded = 有一封较新的邮件。请使用那封邮件中的验证码。
code-invalid = 此验证码不能在这里使用。请打开邮件中的链接，或重新发送一封。
code-only-invalid = 此验证码已失效，或不能在这里使用。请重新发送一封邮件。

## Choose a new password

reset-title = 设置新密码
reset-checking = 正在检查您的链接…
reset-for = 账号：{ $email }
new-password = 新密码
confirm-password = 再次输入新密码
second-factor = 身份验证应用中的验证码
second-factor-hint = 此账号受身份验证应用保护。该应用每半分钟显示一个新的验证码。
set-password = 设置新密码
setting-password = 正在设置…
rule-length = 至少 { $min } 个字符
rule-length-so-far = { $have } / { $min } 个字符
rule-length-refused = { $have } / { $min } 个字符。还需 { $more } 个。
rule-leaks = 未出现在已知泄露数据中
tip-words = 把几个只有您才会想到的词组合在一起，会很好记。
tip-manager = 请将其保存到密码管理器中。
minutes-left = 请在 { $minutes } 分钟内完成。
expires-soon-title = 此链接将在 { $minutes } 分钟后失效
expires-soon-text = 您输入的内容会保留在此处。
renew = 获取新链接
renewed = 新邮件已在路上。打开其中的链接后，您输入的内容仍会在这里。
caps-lock = 大写锁定（Caps Lock）已开启。

strength = 强度
strength-0 = 很弱
strength-1 = 弱
strength-2 = 一般
strength-3 = 良好
strength-4 = 强
advice-common = 很多人在用这个密码，或非常相似的密码。
advice-keyboard = 键盘上相邻的按键最先被猜到。
advice-repeat = 重复同样的内容，几乎不会更安全。
advice-sequence = 像 abc 或 6543 这样的连续字符最先被猜到。
advice-date = 年份和日期很容易猜到。
advice-word = 单独一个词很容易猜到。
advice-name = 名字很容易猜到。
advice-substitution = 用 @ 代替 a 并不会更难猜。
advice-more-words = 请再加一两个词，越少见越好。

breach-checking = 正在与已泄露的密码比对…
breach-unknown = 无法查询已泄露密码的列表。您可以继续。

password-missing = 请输入新密码。
password-refused = 服务不接受此密码。请换一个更长的。
passwords-differ = 两次输入的密码不同。请重新输入第二个，或显示第一个来核对。
second-factor-wrong = 请输入身份验证应用当前显示的验证码。每个验证码只能使用一次。
too-short = 密码太短，请多用一些字符。
too-short-min = 密码太短，请至少使用 { $min } 个字符。
too-long = 密码太长，请少用一些字符。
too-long-max = 密码太长，请最多使用 { $max } 个字符。
too-many-bytes = 密码太长：最多可容纳 { $max } 个英文字母和数字。带重音的字母、其他文字和表情符号每个占二到四位。
password-characters = 字符种类太少：请混合使用小写字母、大写字母、数字以及 ! 或 ? 等符号。
password-common = 太容易猜到：很多人在用类似的密码。
password-breached = 它出现在已泄露密码的列表中：请换一个。
password-personal = 它包含您邮箱地址的一部分：请去掉那部分。
password-product-name = 它包含本服务的名称：请去掉名称。
password-same = 这是您现在的密码：请换一个新的。

## Done

done-title = 您的密码已更改
done-for = 请用 { $email } 和新密码登录。
sessions-ended = 您已于 { $time } 在其他所有设备上退出登录。请在那些设备上用新密码重新登录。
sessions-kept = 其他设备可能仍处于登录状态。如果别人可能知道您的旧密码，请在账号设置中让那些设备退出登录。
close-hint = 您可以关闭此窗口，然后登录。

## A link that does not work

expired-title = 此链接已过期
expired-text = 为了您的安全，链接只在短时间内有效。重新获取只需片刻。
used-title = 此链接已被使用
used-text = 已经有人用它设置了新密码。如果不是您本人，请立即申请新链接并另设密码。
superseded-title = 有一封较新的邮件
superseded-text = 较新的邮件已取代此链接。请打开最新的一封，或再申请一封。
other-device-title = 此链接属于另一台设备
other-device-text = 它是在另一台设备上申请的，只能在那里使用。请在那台设备上打开，或在这里申请新链接。
damaged-title = 此链接已损坏
damaged-text = 其中一部分缺失或被改动；有些邮件程序会破坏链接。请从邮件中重新打开，或申请新链接。
other-service-title = 此链接属于另一个服务
other-service-text = 它不是通往本服务的链接，因此没有向任何地方发送任何内容。如果您没有申请过，请删除那封邮件。
hosted-link-title = 密码需在服务的页面上设置
hosted-link-text = 此应用无法使用该链接，因此没有任何更改。请从邮件中用浏览器打开它，并在那个页面上设置新密码。
send-new-link = 给我发送新链接
ask-new-link = 申请新链接
other-device-ask = 获取用于此设备的链接

## The service cannot be reached, or does not answer

offline = 无法连接到服务。请检查网络连接，然后重试。
offline-title = 您已离线
offline-text = 网络恢复后会自动继续，您输入的内容不会丢失。
waiting-for-connection = 正在等待网络连接…
wait-title = 尝试次数过多
wait-text = 请等待一分钟。
down-title = 服务暂时出现问题
down-text = 请过几分钟再试。
timed-out = 服务没有及时响应。请重试。
tls-error = 无法与服务建立安全连接。如果您使用的是公共网络，请先登录该网络；另外请检查此设备的日期和时间。
proxy-error = 您网络的代理服务器拒绝连接到服务。请联系此网络的管理员，或换用其他网络。
rate-limited = 尝试次数过多。请等待 { $time }。
rate-limited-no-time = 尝试次数过多。请等待一分钟。
not-configured = 此应用还不知道您的账号属于哪个服务。请让提供此应用的人进行设置。
unexpected-response = 回应的不是本服务，而是别的来源。如果使用公共网络，请先登录该网络；否则请寻求帮助。
invalid-response = 此应用无法理解服务的回应。请稍后再试，或寻求帮助。
invalid-response-details = 此应用无法理解服务的回应。请稍后再试。寻求帮助时，请告知对方：{ $answer }

## Shown once, above the screen

memory-only = 此设备上没有可用的密钥库，因此关闭应用后，这次申请就会丢失。请在完成之前保持应用打开。
newer-link = 已打开一个较新的链接，现在使用的就是它。
bad-link-ignored = 刚才打开的另一个链接无效。您可以在这里继续。
clock-wrong = 此设备的时钟不准，这里显示的时间可能有偏差。请校准日期和时间。
