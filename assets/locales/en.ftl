# All texts of the screens, in English. The other files in this folder translate the same messages.
# A test fails if a message is missing, unused, or has other variables than here.

## Everywhere

language = Language
dismiss = Dismiss
show = Show
hide = Hide
show-password = Show password
opening = One moment…
try-again = Try again
cancel = Cancel
# After eight seconds without an answer.
still-trying = Still trying. The line may be slow.
support = Stuck? Get help:
privacy = Privacy
terms = Terms
# The address that could not be opened follows.
page-open-failed = No browser could be opened. Copy this address into one:
mail-open-failed = No email app could be opened. Copy this address into one:
# Heading of the list of errors; each entry links to its field.
problems = Please look at this again:
# $time is minutes and seconds, as in 0:45.
wait = Please wait { $time } before the next try.

## Forgot password

forgot-title = Forgot your password?
forgot-lead = Type the e-mail address of your account. We will send you a link to choose a new password.
# If the email has a code and no link.
forgot-lead-code = Type the e-mail address of your account. We will send you a code to choose a new password.
# If passwords are set only on the service’s own page.
hosted-lead = The new password is chosen on a page of this service, which opens in your browser.
hosted-open = Open the page
email = E-mail address
send = Send recovery e-mail
sending = Sending…
# $suggestion is an address. Pressing the text fills it in.
did-you-mean = Did you mean { $suggestion }?
back-to-email = Back to the e-mail on its way
back-to-sign-in = Back to sign-in

email-missing = Type your e-mail address.
email-malformed = This does not look like an e-mail address. It needs an @, as in name@example.org.
email-refused = The service does not accept this address. Check it for typing mistakes.
# A recovery code was pasted as an address, and this device has requested nothing.
code-too-early = This is a recovery code. It works only where it was asked for: type your e-mail address to get a new one here.

## Check your e-mail

check-title = Check your e-mail
# $email is the address, shown in bold.
check-lead = If there is an account for { $email }, an e-mail with a link is on its way.
check-lead-code = If there is an account for { $email }, an e-mail with a code is on its way.
hosted-check = The link in it opens a page of this service in your browser. Choose the new password there.
check-spam = It can take a minute. If nothing comes, look in the spam folder, or check the address.
open-mail = Open e-mail app
mail-app-open-failed = The email app could not be opened. Open it yourself.
# $name is the name of a website, as in Gmail.
open-webmail = Open { $name }
paste-label = Paste the link from the e-mail
paste-hint = For when opening the link does not bring you here.
code-label = Type the code, or paste the link
code-only-label = Type the code from the e-mail
code-hint = Both are in the e-mail. Either one is enough.
continue = Continue
checking = Checking…
resend = Send again
# $time is minutes and seconds, as in 0:45.
resend-in = You can ask for another e-mail in { $time }.
resent = Sent again. Use the newest email.
change-address = Use another address
no-mailbox = I can’t open this mailbox
no-mailbox-lead = Only somebody who can read this mailbox can choose a new password. That protects you from strangers. Often there is a way:
no-mailbox-provider = Your e-mail provider has a recovery of its own for the mailbox. Start there.
no-mailbox-other = If another address belongs to your account too, use that one.
no-mailbox-support = Otherwise ask the people behind this service. They will want to know who you are.

no-link-or-code-found = This is neither the whole link nor the whole code. Copy it from the e-mail once more.
code-incomplete = This is not the whole code. Copy it from the e-mail once more.
link-incomplete = This link is not whole. Copy all of it, from the first letter to the last.
link-of-other-service = This link belongs to another service.
link-of-click-tracker = This link goes through a service that counts clicks. Open it from the email, or copy the code from there.
code-wrong = This is not the code. Check it against the newest e-mail.
# $tries is the number of tries left.
code-wrong-tries = { $tries ->
    [one] This is not the code. You have one more try; the link in the e-mail works in any case.
   *[other] This is not the code. You have { $tries } more tries.
  }
code-expired = This code no longer works. Open the link in the same e-mail, or send a new one.
code-used = A password was already set with this e-mail.
code-superseded = There is a newer e-mail. Use the code in that one.
code-invalid = This code does not work here. Open the link in the e-mail, or send a new one.
code-only-invalid = This code does not work any more, or not here. Send a new e-mail.

## Choose a new password

reset-title = Choose a new password
reset-checking = Checking your link…
reset-for = For the account of { $email }.
new-password = New password
confirm-password = Repeat the new password
second-factor = Code from your authenticator app
second-factor-hint = This account is protected by one. It shows a new code every half minute.
set-password = Set new password
setting-password = Setting…
# $min is the minimum number of characters.
policy = { $min ->
    [one] At least { $min } character.
   *[other] At least { $min } characters.
  } Several words that only you would put together are easy to keep in mind.
minutes-left = { $minutes ->
    [one] You have another minute to finish.
   *[other] You have another { $minutes } minutes to finish.
  }
expires-soon = This link ends soon. You can get a new one; what you typed stays here.
renew = Get a new link
# Shown after a new link was requested from this screen.
renewed = A new e-mail is on its way. Open its link, and what you typed is still here.
caps-lock = Caps lock is on.

strength = Strength
strength-0 = very weak
strength-1 = weak
strength-2 = fair
strength-3 = good
strength-4 = strong
advice-common = Many people use this or something very like it.
advice-keyboard = Keys that lie side by side are guessed first.
advice-repeat = Repeating something adds very little.
advice-sequence = Sequences like abc or 6543 are guessed first.
advice-date = Years and dates are easy to guess.
advice-word = A single word is easy to guess.
advice-name = Names are easy to guess.
advice-substitution = Writing @ for a does not make it harder to guess.
advice-more-words = Add another word or two, the less usual the better.

breach-checking = Looking it up among stolen passwords…
breach-unknown = The list of stolen passwords could not be asked. You can go on.

password-missing = Type a new password.
password-refused = The service does not accept this password. Try a longer one.
passwords-differ = The two passwords differ. Type the second one again, or show the first.
second-factor-wrong = Type the code that your authenticator app shows now. Each one works once.
too-short = Too short: use more characters.
too-short-min = { $min ->
    [one] Too short: use at least { $min } character.
   *[other] Too short: use at least { $min } characters.
  }
too-long = Too long: use fewer characters.
too-long-max = { $max ->
    [one] Too long: use at most { $max } character.
   *[other] Too long: use at most { $max } characters.
  }
# For a service that counts bytes. $max is the maximum.
too-many-bytes = Too long: there is room for { $max } plain letters and digits. Accented letters, other scripts and emoji take two to four places each.
password-characters = Too few kinds of characters: mix small and capital letters, digits, and signs such as ! or ?.
password-common = Too easy to guess: many people use something like it.
password-breached = It is in a list of stolen passwords: choose another.
password-personal = It contains part of your e-mail address: leave that out.
password-product-name = It contains the name of this service: leave that out.
password-same = This is your present password: choose a new one.

## Done

done-title = Your password is changed
done-for = Sign in as { $email } with the new password.
# $time is a time of day, as in 14:05.
sessions-ended = You were signed out everywhere else at { $time }. Sign in there again with the new password.
sessions-kept = Other devices may still be signed in. If someone else may have your old password, sign them out in your account’s settings.
close-hint = You can close this window and sign in.

## A link that does not work

expired-title = This link has expired
expired-text = For your safety a link works only for a short time. A new one takes a moment.
used-title = This link was already used
used-text = A new password was set with it. If that was not you, ask for a new link now and choose another password.
superseded-title = There is a newer e-mail
superseded-text = A newer e-mail has replaced this link. Open the newest one, or ask for another.
other-device-title = This link belongs to another device
other-device-text = It was asked for on another device, and works only there. Open it there, or ask for a new link from here.
damaged-title = This link is damaged
damaged-text = Part of it is missing or changed; some mail programs break links. Open it again from the e-mail, or ask for a new one.
other-service-title = This link is for another service
other-service-text = It does not lead to this service, so nothing was sent anywhere. If you did not expect it, delete the e-mail.
hosted-link-title = The password is chosen on the service’s page
hosted-link-text = This app cannot use the link, so nothing was changed. Open it from the email in your browser, and choose the new password on that page.
send-new-link = Send me a new link
ask-new-link = Ask for a new link

## The service cannot be reached, or does not answer

offline = The service cannot be reached. Check your connection, then try again.
# The app retries by itself.
offline-waiting = You are offline. This goes on by itself as soon as the line is back; nothing you typed is lost.
timed-out = The service did not answer in time. Try again.
tls-error = A safe connection to the service could not be made. If you are on a public network, sign in to it first; also check this device’s date and time.
proxy-error = Your network’s proxy refused to connect to the service. Ask whoever runs this network, or use another one.
rate-limited = Too many tries. Please wait { $time }.
rate-limited-no-time = Too many tries. Please wait a minute.
not-configured = This app does not know which service your account is with. Whoever gave it to you can set it up.
unexpected-response = Something else answered in place of the service. On a public network, sign in to it first; otherwise ask for help.
invalid-response = The service answered in a way this app does not understand. Try again later, or ask for help.
# $answer is for the help desk, as in HTTP 422, over_quota.
invalid-response-details = The service answered in a way this app does not understand. Try again later. If you ask for help, read this out: { $answer }
service-down = The service has a problem at the moment. Try again in a few minutes.

## Shown once, above the screen

memory-only = This device has no key store open, so closing the app forgets this request. Keep it open until you are done.
newer-link = A newer link was opened. It is the one being used.
bad-link-ignored = Another link was opened that does not work. You can go on here.
clock-wrong = This device’s clock is wrong, so times shown here may be off. Set its date and time.
