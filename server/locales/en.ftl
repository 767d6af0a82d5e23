# The texts of the mails and the HTML pages. The server inserts product names, addresses and numbers.

language = Language:
support = Stuck? Get help:

reset-title = Choose a new password
open-app-lead = If the app is on this device, go on there.
open-app = Open the app
get-app = Get the app:
code-title = Your code
code-lead = Did you ask on another device? Type this code into the app there. It works for ten minutes only.
bound-lead = This link was asked for in the app and works only there. Without the app, ask for a new link here.
reset-here = Set the password here
link-label = Link from the e‑mail
link-hint = Copy the whole link from the e‑mail, and paste it here.
new-password = New password
policy = { $min ->
    [one] At least { $min } character.
   *[other] At least { $min } characters.
  } Several words that only you would put together are easy to remember.
repeat-password = Repeat the new password
show-passwords = Show what I type
second-factor = Code from your authenticator app
set-password = Set new password

done-title = Your password is changed
done-signed-out = Every other device was signed out. Sign in there again with the new password.
done-close = You can close this page and sign in.

error-summary-title = Something is not right yet
link-missing = Paste the whole link from the e‑mail.
password-missing = Type a new password.
passwords-differ = The two passwords differ. Type both again.
password-too-short = { $min ->
    [one] Too short: use at least { $min } character.
   *[other] Too short: use at least { $min } characters.
  }
password-too-long = { $max ->
    [one] Too long: use at most { $max } character.
   *[other] Too long: use at most { $max } characters.
  }
password-common = Too easy to guess: many people use something like it.
password-breached = It is in a list of stolen passwords: choose another.
password-personal = It contains part of your e‑mail address: leave that out.
password-product-name = It contains the name of this service: leave that out.
password-same-as-before = This is your present password: choose a new one.
second-factor-required = This account is also protected by an authenticator app. Type its code, and the new password once more.
second-factor-invalid = This is not the code that counts now. Wait for the next one in your authenticator app, and type the new password once more.
email-invalid = This does not look like an e‑mail address. It needs an @, as in name@example.org.
wait-seconds = { $seconds ->
    [one] Too many tries. Please wait { $seconds } second.
   *[other] Too many tries. Please wait { $seconds } seconds.
  }
wait-minutes = { $minutes ->
    [one] Too many tries. Please wait { $minutes } minute.
   *[other] Too many tries. Please wait { $minutes } minutes.
  }
malformed-request = What was sent cannot be read. Try again.
cross-site-request = This was sent from another website, so nothing was done. Try again here if it was you.
internal-error = The service has a problem at the moment. Try again in a few minutes.

expired-title = This link has expired
expired-text = For your safety a link works only for a short time. A new one takes a moment.
used-title = This link was already used
used-text = A new password was set with it. If that was not you, ask for a new link now and choose another password.
superseded-title = There is a newer e‑mail
superseded-text = A newer e‑mail has replaced this link. Open the newest one, or ask for another.
other-device-title = This link belongs to another device
other-device-text = It was asked for on another device, and works only there. Open it there, or type the code from the e‑mail into the app there.
invalid-link-title = This link is damaged
invalid-link-text = Part of it is missing or changed; some mail programs break links. Open it again from the e‑mail.

request-title = Forgot your password?
request-new-link = Ask for a new link from here
request-lead = Type the e‑mail address of your account. We will send you a link to choose a new password.
request-in-app = For your safety a new link can only be asked for in the app.
email = E‑mail address
send = Send recovery e‑mail
requested-title = Check your e‑mail
requested-text = If there is an account for { $email }, an e‑mail with a link is on its way.
requested-spam = It can take a minute. If nothing comes, look in the spam folder, or check the address.

freeze-title = Was it not you?
freeze-lead = If someone else changed your password, lock the account. Nobody can sign in then until a new password is set by e‑mail.
freeze = Lock the account
freeze-expired = It can no longer lock the account. If someone else changed your password, ask for a new one now.
freeze-superseded-title = This link no longer locks the account
freeze-superseded-text = The password was set again after this email was sent. If that was not you either, use the link in the newest email about a change, or ask for a new password now.
frozen-title = The account is locked
frozen-text = Nobody can sign in now. Change the password of your mailbox next: whoever did this could read your e‑mail. Then ask for a new password; that unlocks the account.

mail-reset-subject = Set a new password for { $product }
mail-reset-lead = Someone, probably you, asked to set a new password for your { $product } account.
mail-same-device = Open the link on the device where you asked.
mail-button = Set a new password
mail-link-valid = { $minutes ->
    [one] The link works once, for { $minutes } minute.
   *[other] The link works once, for { $minutes } minutes.
  }
mail-link-copy = If the button does nothing, copy this link and paste it into the app or the browser:
mail-code-title = Or type this code
mail-code-valid = { $minutes ->
    [one] It works for { $minutes } minute, in the app on the device where you asked.
   *[other] It works for { $minutes } minutes, in the app on the device where you asked.
  } Give it to nobody; we will never ask you for it.
mail-unrequested-title = You did not ask for this?
mail-unrequested-text = Then there is nothing to do: your password stays as it is, and without this e‑mail nobody can change it.
mail-unrequested-again = If such e‑mails keep coming, tell us: { $support }

notice-subject = Your { $product } password was changed
notice-lead = The password of your { $product } account was changed.
notice-time = This happened on { $when }. All devices were signed out.
notice-own-change = Was that you? Then all is well: sign in with the new password.
notice-link-valid = { $days ->
    [one] The link works for { $days } day.
   *[other] The link works for { $days } days.
  }
notice-your-mailbox = Change the password of your mailbox: whoever did this could read your e‑mail.
notice-recovery = Then ask for a new password in { $product }. That unlocks the account.
notice-support = Tell us: { $support }
