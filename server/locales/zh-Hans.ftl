# Translation of en.ftl.
language = 语言：
support = 遇到困难？请联系：
help = 帮助
privacy = 隐私
terms = 条款

reset-title = 设置新密码
open-app-lead = 如果这台设备上装有应用，请在应用中继续。
open-app = 打开应用
or-set-it-here = 或在此设置
get-app = 获取应用：
code-title = 您的验证码
code-lead = 请在您提出申请的设备上输入。
link-label = 邮件中的链接
link-hint = 请从邮件中复制完整的链接，粘贴到这里。
new-password = 新密码
policy = { $min ->
   *[other] 至少 { $min } 个字符。
  }几个只有您才会放在一起的词，很容易记住。
repeat-password = 再次输入新密码
show-passwords = 显示我输入的内容
second-factor = 身份验证应用中的验证码
set-password = 设置新密码

done-title = 您的密码已更改
done-signed-out = 其他设备均已退出登录。请在那些设备上用新密码重新登录。
done-close = 您可以关闭此页面并登录。

error-summary-title = 还有需要修改的地方
link-missing = 请粘贴邮件中的完整链接。
password-missing = 请输入新密码。
passwords-differ = 两次输入的密码不同。请重新输入两次。
password-too-short = { $min ->
   *[other] 太短：请至少使用 { $min } 个字符。
  }
password-too-long = { $max ->
   *[other] 太长：请最多使用 { $max } 个字符。
  }
password-common = 太容易猜到：很多人在用类似的密码。
password-breached = 它出现在被盗密码的列表中：请换一个。
password-personal = 它包含您邮箱地址的一部分：请去掉那部分。
password-product-name = 它包含本服务的名称：请去掉名称。
password-same-as-before = 这是您现在的密码：请换一个新的。
second-factor-required = 此账号还受身份验证应用保护。请输入其中的验证码，并再次输入新密码。
second-factor-invalid = 这不是当前有效的验证码。请等待身份验证应用显示下一个，并再次输入新密码。
email-invalid = 这不像是邮箱地址。地址中要有 @，例如 name@example.org。
wait-seconds = { $seconds ->
   *[other] 尝试次数过多。请等待 { $seconds } 秒。
  }
wait-minutes = { $minutes ->
   *[other] 尝试次数过多。请等待 { $minutes } 分钟。
  }
malformed-request = 无法读取提交的内容。请重试。
cross-site-request = 这是从别的网站发来的，所以没有执行任何操作。如果是您本人，请在此重试。
internal-error = 服务暂时出现问题。请过几分钟再试。

expired-title = 此链接已过期
expired-text = 为了您的安全，链接只在短时间内有效。重新获取只需片刻。
used-title = 此链接已被使用
used-text = 已经有人用它设置了新密码。如果不是您本人，请立即申请新链接并另设密码。
superseded-title = 有更新的邮件
superseded-text = 更新的邮件已取代此链接。请打开最新的一封，或再申请一封。
other-device-title = 此链接属于另一台设备
other-device-text = 它是在另一台设备上申请的，只能在那里使用。请在那台设备上打开，或在那里的应用中输入邮件中的验证码。
invalid-link-title = 此链接已损坏
invalid-link-text = 其中一部分缺失或被改动；有些邮件程序会破坏链接。请从邮件中重新打开。

request-title = 忘记密码了？
request-new-link = 在此申请新链接
request-lead = 请输入您账号的邮箱地址。我们会给您发送一个用于设置新密码的链接。
request-in-app = 为了您的安全，只能在应用中申请新链接。
email = 邮箱地址
send = 发送邮件
requested-title = 请查收邮件
requested-text = 如果 { $email } 有对应的账号，您很快会收到一封带链接的邮件。
requested-spam = 可能需要一分钟。如果没有收到，请查看垃圾邮件文件夹，或检查地址。

freeze-title = 不是您本人操作？
freeze-lead = 如果是别人更改了您的密码，请锁定账号。在通过邮件设置新密码之前，任何人都无法登录。
freeze = 锁定账号
freeze-was-you = 如果是您本人操作，可以关闭此页面。
freeze-expired = 它已经不能锁定账号了。如果是别人更改了您的密码，请立即申请新密码。
freeze-superseded-title = 此链接已不能锁定账号
freeze-superseded-text = 发送此邮件之后，密码又被更改过一次。如果那也不是您本人所为，请使用最新一封更改通知邮件中的链接，或立即申请新密码。
frozen-title = 账号已锁定
frozen-lead = 在您设置新密码之前，任何人都无法登录。还剩两步：
mailbox-step-title = 保护您的邮箱
mailbox-step-text = 请更改邮箱的密码：进行此操作的人能够读取您的邮件。
frozen-password-title = 在此设置新密码
unlocks-account = 账号随即解锁。

mail-reset-subject = 为 { $product } 设置新密码
mail-reset-preheader = { $minutes ->
   *[other] 请在 { $minutes } 分钟内设置新密码。
  }
mail-reset-preheader-code = 验证码：{ $code }
mail-reset-lead = 有人（很可能是您本人）申请为您的 { $product } 账号设置新密码。
mail-same-device = 请在提出申请的设备上打开链接。
mail-button = 设置新密码
mail-link-valid = { $minutes ->
   *[other] 此链接只能使用一次，{ $minutes } 分钟内有效。
  }
mail-link-copy = 如果按钮没有反应，请复制此链接，粘贴到应用或浏览器中：
mail-code-title = 或者输入此验证码
mail-code-valid = { $minutes ->
   *[other] 请在提出申请的设备的应用中输入，{ $minutes } 分钟内有效。
  }不要告诉任何人；我们绝不会向您索要验证码。
mail-requested = 申请时间
mail-changed = 更改时间
mail-device = 设备
mail-device-name = { $system } 上的 { $client }
mail-fact = { $label }：{ $value }
mail-unrequested-title = 不是您本人申请的？
mail-unrequested-text = 那么您无需做任何事：您的密码保持不变，没有这封邮件，谁也无法更改它。
mail-unrequested-again = 如果不断收到这样的邮件，请告诉我们：
mail-why-reset = 因为有人申请重置密码，所以发送至 { $email }。
mail-why-changed = 发送至您账号的地址 { $email }。

notice-subject = 您的 { $product } 密码已更改
notice-preheader = 如果是您本人操作，则一切正常。如果不是，请锁定账号。
notice-lead = 您的 { $product } 账号的密码已更改。
notice-signed-out = 所有设备均已退出登录。
notice-own-change = 是您本人操作的吗？那就没有问题：请用新密码登录。
notice-not-you-title = 不是您本人操作？
notice-lock-title = 锁定账号
notice-link-valid = { $days ->
   *[other] 此链接 { $days } 天内有效。
  }
notice-recovery-title = 在 { $product } 中设置新密码
notice-support-title = 请告诉我们
