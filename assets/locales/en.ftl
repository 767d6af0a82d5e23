# All texts of the screens, in English. The other files in this folder translate the same messages.
# A test fails if a message is missing, unused, or has other variables than here.
# Style: see CONTRIBUTING.md. Verbs first, contractions, no blame. No text reveals whether an account exists.

## Everywhere

language = Language
dismiss = Dismiss
show-password = Show password
opening = One moment…
try-again = Try again
cancel = Cancel
or = or
back = Back
help = Help
# After eight seconds without an answer.
still-trying = Still trying. Your connection may be slow.
privacy = Privacy
terms = Terms
# The address that could not be opened follows.
page-open-failed = We couldn’t open a browser. Copy this address into one:
mail-open-failed = We couldn’t open an email app. Copy this address into one:
# Heading of the list of errors; each entry links to its field.
problems = Please fix the following:
# On a disabled button. $time is minutes and seconds, as in 0:45.
try-again-in = Try again in { $time }
# Shown for two seconds after the text size was changed. $percent is a whole number.
text-size = Text size { $percent }%

## Forgot password

forgot-title = Forgot your password?
forgot-lead = Enter your email address and we’ll send you a link to choose a new password.
# If the email has a code and no link.
forgot-lead-code = Enter your email address and we’ll send you a code to choose a new password.
# If passwords are set only on the service’s own page. $host is a name such as accounts.example.org, shown in bold.
hosted-lead = You’ll choose a new password at { $host }, which opens in your browser.
hosted-open = Continue in your browser
# After the page was opened. $host is shown in bold.
hosted-opened-title = Continue in your browser
hosted-opened-text = We opened { $host } in your browser. Choose your new password there, then sign in.
hosted-open-again = Open the page again
email = Email address
send = Send reset email
sending = Sending…
# $suggestion is an address. Pressing the text fills it in.
did-you-mean = Did you mean { $suggestion }?
back-to-email = Back to your email
back-to-sign-in = Back to sign-in

email-missing = Enter your email address.
email-malformed = Enter it like name@example.com.
email-refused = This service can’t use that address. Check it for typos.
# A recovery code was pasted as an address, and this device has requested nothing.
code-too-early = That’s a code, and codes only work where you asked for them. Enter your email address to get a new one here.

## Check your email

check-title = Check your email
# $email is the address, shown in bold.
check-lead = If an account exists for { $email }, you’ll get an email with a link.
check-lead-code = If an account exists for { $email }, you’ll get an email with a code.
# If the email has both.
check-lead-both = If an account exists for { $email }, you’ll get an email with a link and a code.
hosted-check = The link opens a page of this service in your browser. Choose your new password there.
# If the link works for a few minutes only.
link-lifetime = { $minutes ->
    [one] Open the link within { $minutes } minute.
   *[other] Open the link within { $minutes } minutes.
  }
link-lifetime-hours = { $hours ->
    [one] Open the link within { $hours } hour.
   *[other] Open the link within { $hours } hours.
  }
link-lifetime-days = { $days ->
    [one] Open the link within { $days } day.
   *[other] Open the link within { $days } days.
  }
check-spam = Nothing after a minute? Check your spam folder and the address above.
# If the service may send no more emails for a while. It says so to everybody.
check-spam-quota = Nothing after a minute? Check your spam folder and the address above. This service limits how many emails it sends: if nothing comes, try again in an hour.
open-mail = Open mail app
mail-app-open-failed = We couldn’t open your email app. Open it yourself.
# $name is the name of a website, as in Gmail.
open-webmail = Open { $name }
paste-label = Paste the link from the email
paste-hint = Use this if the link doesn’t open the app.
# If the email may have a code beside the link.
paste-or-code-hint = If the email has a code, you can enter it here instead.
code-label = Enter the code or paste the link
code-only-label = Enter the code from the email
continue = Continue
checking = Checking…
resend = Resend email
# On the same button. $time is minutes and seconds, as in 0:45.
resend-in = Resend in { $time }
resent = Sent again. Only the newest email works.
change-address = Use another email
no-mailbox = Can’t access this mailbox?
no-mailbox-lead = To keep strangers out, we only send reset emails to the address of the account. You still have options:
# Three options, each with a heading and a sentence.
no-mailbox-provider-title = Get back into your mailbox
no-mailbox-provider-text = Your email provider can help you.
no-mailbox-other-title = Try another address
no-mailbox-other-text = Use one you’ve also added to your account.
no-mailbox-support-title = Contact support
# The address follows.
no-mailbox-support-text = We’ll ask you to prove who you are.

no-link-or-code-found = That’s not the whole code or link. Copy it from the email again.
code-incomplete = That’s not the whole code. Copy it from the email again.
link-incomplete = This link is incomplete. Copy all of it from the email.
link-of-other-service = This link is for a different service.
link-of-click-tracker = This link goes through a service that counts clicks. Open it from the email, or copy the code from there.
code-wrong = That code isn’t right. Check it against the newest email.
# $tries is the number of tries left.
code-wrong-tries = { $tries ->
    [one] That code isn’t right. { $tries } try left.
   *[other] That code isn’t right. { $tries } tries left.
  }
# One try is left. The email has a link too.
code-wrong-last-try = That code isn’t right. 1 try left; if it fails, use the link.
# One try is left. The email has no link.
code-only-wrong-last-try = That code isn’t right. 1 try left; if it fails, resend the email.
# If the service does not tell which.
code-wrong-or-expired = That code isn’t right, or it has expired. Use the code in the newest email, or resend the email.
code-expired = This code has expired. Open the link in the same email, or resend the email.
code-used = This email was already used to set a password.
code-superseded = There’s a newer email. Use the code in that one.
code-invalid = This code doesn’t work here. Open the link in the email, or resend the email.
code-only-invalid = This code has expired or doesn’t work here. Resend the email.

## Choose a new password

reset-title = Choose a new password
reset-checking = Checking your link…
reset-for = For { $email }
new-password = New password
confirm-password = Re-enter new password
second-factor = Code from your authenticator app
second-factor-hint = Two-step sign-in is on for this account.
set-password = Change password
setting-password = Changing password…
# Rows below the password. $min is the minimum number of characters, $have how many there are, $more how many are missing.
rule-length = { $min ->
    [one] At least { $min } character
   *[other] At least { $min } characters
  }
rule-length-so-far = { $min ->
    [one] { $have } of { $min } character
   *[other] { $have } of { $min } characters
  }
rule-length-refused = { $min ->
    [one] { $have } of { $min } character. Add { $more } more.
   *[other] { $have } of { $min } characters. Add { $more } more.
  }
rule-leaks = Not in known data leaks
tip-words = A few unrelated words are easy to remember.
tip-manager = Save it in your password manager.
minutes-left = { $minutes ->
    [one] This link works for { $minutes } more minute.
   *[other] This link works for { $minutes } more minutes.
  }
hours-left = { $hours ->
    [one] This link works for { $hours } more hour.
   *[other] This link works for { $hours } more hours.
  }
days-left = { $days ->
    [one] This link works for { $days } more day.
   *[other] This link works for { $days } more days.
  }
# Heading of a notice; the sentence and a link to a new one follow.
expires-soon-title = { $minutes ->
    [one] This link expires in { $minutes } minute
   *[other] This link expires in { $minutes } minutes
  }
expires-soon-text = What you typed stays here.
renew = Get a new link
# Shown after a new link was requested from this screen.
renewed = A new link is on its way. Open it, and what you typed is still here.
caps-lock = Caps Lock is on.

strength = Strength
strength-0 = Very weak
strength-1 = Weak
strength-2 = Fair
strength-3 = Good
strength-4 = Strong
advice-common = Many people use this or something very similar.
advice-keyboard = Keys next to each other are guessed first.
advice-repeat = Repeating doesn’t add much.
advice-sequence = Sequences like abc or 6543 are guessed first.
advice-date = Dates and years are easy to guess.
advice-word = A single word is easy to guess.
advice-name = Names are easy to guess.
advice-substitution = Swapping a for @ doesn’t help much.
advice-more-words = Add another uncommon word or two.

breach-checking = Checking known data leaks…
breach-unknown = We couldn’t check known data leaks. You can go on.

password-missing = Enter a new password.
password-refused = This service didn’t accept that password. Try a longer one.
passwords-differ = Passwords don’t match. Re-enter the second, or show the first.
second-factor-wrong = That code isn’t right. Enter the one your app shows now; each works once.
too-short = Use more characters.
too-short-min = { $min ->
    [one] Use at least { $min } character.
   *[other] Use at least { $min } characters.
  }
too-long = Use fewer characters.
too-long-max = { $max ->
    [one] Use at most { $max } character.
   *[other] Use at most { $max } characters.
  }
# For a service that counts bytes. $max is the maximum.
too-many-bytes = Too long. There’s room for { $max } plain letters and digits; accented letters, other scripts and emoji take two to four places each.
password-characters = Mix lower and upper case letters, digits, and symbols such as ! or ?.
password-common = Too easy to guess. Choose something less common.
password-breached = Found in a data leak. Choose another.
password-personal = Leave out parts of your email address.
password-product-name = Leave out the name of this service.
password-same = That’s your current password. Choose a new one.

## Done

done-title = Password changed
done-for = Sign in as { $email } with your new password.
# $time is a time of day, as in 14:05.
sessions-ended = All other devices were signed out at { $time }. Sign in there with your new password.
sessions-kept = Other devices may still be signed in. If someone else knew your old password, sign them out in your account settings.
close-hint = You can close this window.

## A link that does not work

expired-title = This link has expired
expired-text = Links work for a short time to keep your account safe. Get a new one and you’re back in a moment.
invalid-or-expired-title = This link doesn’t work
invalid-or-expired-text = It has expired, was already used, or is incomplete. Copy all of it from the newest email, or get a new one.
used-title = This link was already used
used-text = It was used to set a new password. If that wasn’t you, get a new link now and choose another password.
superseded-title = There’s a newer email
superseded-text = Only the link in your newest email works. Open that one, or get another.
other-device-title = Open this link on your other device
other-device-text = It only works where you asked for it. Open it there, or get a new link for this device.
damaged-title = This link is incomplete
damaged-text = Copy all of it from the email, from the first character to the last, or get a new one.
other-service-title = This link isn’t for this app
other-service-text = It points to a different service, so we didn’t send anything. If you weren’t expecting the email, delete it.
hosted-link-title = Choose your password on the service’s page
hosted-link-text = This app can’t use the link, so nothing was changed. Open it from the email in your browser, and choose your new password there.
# Only after a link or code proved that the account is the person’s.
account-closed-title = This account is locked
account-closed-text = The service locked it, so your password wasn’t changed. Contact support to unlock it.
# The account has a second factor such as a security key.
unsupported-factor-title = This app doesn’t support your second step
unsupported-factor-text = This account uses a kind of two-step sign-in that this app doesn’t support. Your password wasn’t changed. Contact support.
# The service’s page led back with an error.
hosted-failed-title = Your password wasn’t changed
hosted-failed-text = No new password was set on the page in your browser. Start again and reopen the page.
# A link as if from the service’s page, which this app did not ask for.
return-unknown-title = We can’t tell if your password was changed
return-unknown-text = This link didn’t come from a page that this app opened. Try your new password; if it doesn’t work, start again.
send-new-link = Send a new link
ask-new-link = Get a new link
other-device-ask = Get a link for this device

## The service cannot be reached, or does not answer

offline = We can’t reach the service. Check your connection, then try again.
# Headings of notices; the sentence follows on the next line.
offline-title = You’re offline
offline-text = We’ll continue when you’re back online. Nothing you typed is lost.
# On the button meanwhile.
waiting-for-connection = Waiting for connection…
wait-title = Too many tries
wait-text = For your security, wait a moment before you try again.
down-title = Something went wrong on our side
down-text = Try again in a few minutes. Nothing you typed is lost.
timed-out = The service took too long to answer. Try again.
tls-error = We couldn’t connect securely. On public Wi-Fi, sign in to the network first. Also check this device’s date and time.
proxy-error = Your network’s proxy blocked the connection to the service. Ask whoever runs this network, or use another one.
# The service demands a captcha.
captcha-required = This service checks that you’re not a robot, which this app can’t do. Choose a new password on the service’s website.
rate-limited = Too many tries. Try again in { $time }.
rate-limited-no-time = Too many tries. Try again in a minute.
not-configured = This app doesn’t know which service your account is with. Ask whoever gave it to you.
unexpected-response = Something else answered instead of the service. On public Wi-Fi, sign in to the network first; otherwise get help.
invalid-response = The service answered in a way this app doesn’t understand. Try again later, or get help.
# $answer is for the help desk, as in HTTP 422, over_quota.
invalid-response-details = The service answered in a way this app doesn’t understand. Try again later. If you ask for help, read this out: { $answer }

## Shown once, above the screen

memory-only = Keep this app open until you’re done. This device can’t store your request securely.
newer-link = A newer link was opened. We’re using that one.
bad-link-ignored = Another link was opened, but it doesn’t work. You can go on here.
clock-wrong = This device’s clock is wrong, so times here may be off. Set its date and time.
