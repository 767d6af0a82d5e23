# The texts of the emails and the HTML pages. The server inserts product names, addresses and numbers.

language = Language:
support = Need help?
help = Help
privacy = Privacy
terms = Terms

reset-title = Choose a new password
open-app-lead = If you have the app on this device, continue there.
open-app = Open the app
or-set-it-here = or set it here
get-app = Get the app:
code-title = Enter this code in the app
code-lead = Type it where you asked for the reset.
link-label = Link from the email
link-hint = Copy the whole link from the email and paste it here.
new-password = New password
policy = { $min ->
    [one] At least { $min } character.
   *[other] At least { $min } characters.
  } A few unrelated words are easy to remember.
repeat-password = Re-enter new password
show-passwords = Show password
second-factor = Code from your authenticator app
set-password = Change password

done-title = Password changed
done-signed-out = All other devices were signed out. Sign in there with your new password.
done-close = You can close this page and sign in.

error-summary-title = Please fix the following:
link-missing = Paste the whole link from the email.
password-missing = Enter a new password.
passwords-differ = Passwords don’t match. Enter both again.
password-too-short = { $min ->
    [one] Use at least { $min } character.
   *[other] Use at least { $min } characters.
  }
password-too-long = { $max ->
    [one] Use at most { $max } character.
   *[other] Use at most { $max } characters.
  }
password-common = Too easy to guess. Choose something less common.
password-breached = Found in a data leak. Choose another.
password-personal = Leave out parts of your email address.
password-product-name = Leave out the name of this service.
password-same-as-before = That’s your current password. Choose a new one.
second-factor-required = Two-step sign-in is on for this account. Enter the code from your authenticator app, and your new password again.
second-factor-invalid = That code isn’t right. Wait for the next one in your app, then enter it with your new password.
email-invalid = Enter it like name@example.com.
wait-seconds = { $seconds ->
    [one] Too many tries. Try again in { $seconds } second.
   *[other] Too many tries. Try again in { $seconds } seconds.
  }
wait-minutes = { $minutes ->
    [one] Too many tries. Try again in { $minutes } minute.
   *[other] Too many tries. Try again in { $minutes } minutes.
  }
wait-hours = { $hours ->
    [one] Too many tries. Try again in { $hours } hour.
   *[other] Too many tries. Try again in { $hours } hours.
  }
wait-days = { $days ->
    [one] Too many tries. Try again in { $days } day.
   *[other] Too many tries. Try again in { $days } days.
  }
malformed-request = We couldn’t read that. Try again.
cross-site-request = This came from another website, so we didn’t do anything. If it was you, try again here.
internal-error = Something went wrong on our side. Try again in a few minutes.

expired-title = This link has expired
expired-text = Links work for a short time to keep your account safe. Get a new one and you’re back in a moment.
used-title = This link was already used
used-text = It was used to set a new password. If that wasn’t you, get a new link now and choose another password.
superseded-title = There’s a newer email
superseded-text = Only the link in your newest email works. Open that one, or get another.
other-device-title = Open this link on your other device
other-device-text = It only works where you asked for it. Open it there, or enter the code from the email in the app there.
invalid-link-title = This link is incomplete
invalid-link-text = Copy all of it from the email, from the first character to the last.

request-title = Forgot your password?
# A heading above the form for an email address, and the text of a link to that form.
request-new-link = Get a link for this device
request-lead = Enter your email address and we’ll send you a link to choose a new password.
request-in-app = For your security, ask for a new link in the app.
email = Email address
send = Send reset email
requested-title = Check your email
requested-text = If an account exists for { $email }, you’ll get an email with a link.
requested-spam = Nothing after a minute? Check your spam folder and the address above.

# The page that the link in a change notice opens.
freeze-title = Lock your account?
freeze-lead = If you didn’t change your password, lock your account. Then no one can sign in until a new password is set through an email.
# The button, also in the change notice.
freeze = Lock account
freeze-was-you = If it was you, you can close this page.
freeze-expired = This link can’t lock your account anymore. If someone else changed your password, reset it now.
freeze-superseded-title = This link no longer locks your account
freeze-superseded-text = Your password was set again after this email. If that wasn’t you either, use the link in the newest email about a change, or reset your password now.
frozen-title = Your account is locked
frozen-lead = No one can sign in until you choose a new password. Two steps are left:
# Steps on the page of a locked account; mailbox-step-* and unlocks-account are also steps in the change notice.
mailbox-step-title = Secure your mailbox
mailbox-step-text = Change its password. Whoever changed your password could read your email.
frozen-password-title = Choose a new password here
unlocks-account = This unlocks your account.

mail-reset-subject = Reset your { $product } password
# What a list of emails shows after the subject: "Reset your Latchkey password – Choose a new one within 60 minutes."
mail-reset-preheader = { $minutes ->
    [one] Choose a new one within { $minutes } minute.
   *[other] Choose a new one within { $minutes } minutes.
  }
# Follows mail-reset-preheader.
mail-reset-preheader-code = Code: { $code }
mail-reset-lead = Choose a new password for your { $product } account.
mail-same-device = Open the link on the device where you asked for this email.
mail-button = Choose a new password
mail-link-valid = { $minutes ->
    [one] The link works once, for { $minutes } minute.
   *[other] The link works once, for { $minutes } minutes.
  }
# The link follows.
mail-link-copy = Button not working? Copy this link:
mail-code-title = Or enter this code in the app
# Also below the code on a page.
mail-code-valid = { $minutes ->
    [one] It works for { $minutes } minute.
   *[other] It works for { $minutes } minutes.
  } Never share it; we’ll never ask you for it.
# Labels of a table: "Requested: Saturday, November 28, 2026 at 2:02 PM (UTC)", "Device: Firefox on Linux".
mail-requested = Requested
mail-changed = Changed
mail-device = Device
# $client is a browser or an app, $system an operating system: "Firefox on Linux".
mail-device-name = { $client } on { $system }
# A row of the table in an email without HTML.
mail-fact = { $label }: { $value }
mail-unrequested-title = Didn’t ask for this?
mail-unrequested-text = You don’t need to do anything. Your password stays the same, and no one can change it without this email.
# The address follows.
mail-unrequested-again = If emails like this keep coming, tell us:
# Last line. $email is the address that the email goes to.
mail-why-reset = Sent to { $email } because someone asked for a password reset with this address.
mail-why-changed = Sent to { $email }, the address of your account.

notice-subject = Your { $product } password was changed
# What a list of emails shows after the subject.
notice-preheader = If this was you, you’re all set. If it wasn’t, lock your account.
# Only in an email without HTML, where no heading says it.
notice-lead = The password of your { $product } account was changed.
notice-signed-out = All devices were signed out.
notice-own-change = If this was you, you’re all set. Sign in again with your new password.
# Heading of the steps that follow.
notice-not-you-title = Wasn’t you?
notice-lock-title = Lock your account
notice-link-valid = { $days ->
    [one] Then no one can sign in until a new password is set through an email. This link works for { $days } day.
   *[other] Then no one can sign in until a new password is set through an email. This link works for { $days } days.
  }
notice-recovery-title = Choose a new password in { $product }
# The address follows.
notice-support-title = Tell us
