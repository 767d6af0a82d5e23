# Translation of en.ftl.

language = Langue :
support = Besoin d’aide ?
help = Aide
privacy = Confidentialité
terms = Conditions

reset-title = Choisissez un nouveau mot de passe
open-app-lead = Si vous avez l’application sur cet appareil, ouvrez-la pour continuer.
open-app = Ouvrir l’application
or-set-it-here = ou choisissez-le ici
get-app = Obtenir l’application :
code-title = Saisissez ce code dans l’application
code-lead = Saisissez-le là où vous avez demandé la réinitialisation.
link-label = Lien de l’e‑mail
link-hint = Copiez le lien entier depuis l’e‑mail et collez-le ici.
new-password = Nouveau mot de passe
policy = { $min ->
    [one] Au moins { $min } caractère.
   *[other] Au moins { $min } caractères.
  } Quelques mots sans rapport entre eux se retiennent facilement.
repeat-password = Confirmez le mot de passe
show-passwords = Afficher le mot de passe
second-factor = Code de votre application d’authentification
set-password = Modifier le mot de passe

done-title = Mot de passe modifié
done-signed-out = Tous les autres appareils ont été déconnectés. Pour les utiliser, reconnectez-vous avec votre nouveau mot de passe.
done-close = Vous pouvez fermer cette page et vous connecter.

error-summary-title = Corrigez les points suivants :
link-missing = Collez le lien entier de l’e‑mail.
password-missing = Saisissez un nouveau mot de passe.
passwords-differ = Les mots de passe ne correspondent pas. Saisissez de nouveau les deux.
password-too-short = { $min ->
    [one] Utilisez au moins { $min } caractère.
   *[other] Utilisez au moins { $min } caractères.
  }
password-too-long = { $max ->
    [one] Utilisez au plus { $max } caractère.
   *[other] Utilisez au plus { $max } caractères.
  }
password-common = Trop facile à deviner. Choisissez quelque chose de moins courant.
password-breached = Trouvé dans une fuite de données. Choisissez-en un autre.
password-personal = Retirez ce qui vient de votre adresse e‑mail.
password-product-name = Retirez le nom de ce service.
password-same-as-before = C’est votre mot de passe actuel. Choisissez-en un nouveau.
second-factor-required = La validation en deux étapes est activée pour ce compte. Saisissez le code de votre application d’authentification et, une nouvelle fois, votre nouveau mot de passe.
second-factor-invalid = Ce code n’est pas le bon. Attendez le prochain dans votre application, puis saisissez-le avec votre nouveau mot de passe.
email-invalid = Saisissez-la sous la forme nom@example.com.
wait-seconds = { $seconds ->
    [one] Trop de tentatives. Réessayez dans { $seconds } seconde.
   *[other] Trop de tentatives. Réessayez dans { $seconds } secondes.
  }
wait-minutes = { $minutes ->
    [one] Trop de tentatives. Réessayez dans { $minutes } minute.
   *[other] Trop de tentatives. Réessayez dans { $minutes } minutes.
  }
wait-hours = { $hours ->
    [one] Trop de tentatives. Réessayez dans { $hours } heure.
   *[other] Trop de tentatives. Réessayez dans { $hours } heures.
  }
wait-days = { $days ->
    [one] Trop de tentatives. Réessayez dans { $days } jour.
   *[other] Trop de tentatives. Réessayez dans { $days } jours.
  }
malformed-request = Nous n’avons pas pu lire votre demande. Réessayez.
cross-site-request = Cette demande vient d’un autre site : nous n’avons rien fait. Si c’était vous, réessayez ici.
internal-error = Un problème est survenu de notre côté. Réessayez dans quelques minutes.

expired-title = Ce lien a expiré
expired-text = Pour protéger votre compte, les liens ne fonctionnent que peu de temps. En recevoir un nouveau ne prend qu’un instant.
used-title = Ce lien a déjà été utilisé
used-text = Il a servi à choisir un nouveau mot de passe. Si ce n’était pas vous, demandez tout de suite un nouveau lien et choisissez un autre mot de passe.
superseded-title = Il y a un e‑mail plus récent
superseded-text = Seul le lien de l’e‑mail le plus récent fonctionne. Ouvrez celui-là ou demandez-en un autre.
other-device-title = Ouvrez ce lien sur votre autre appareil
other-device-text = Il ne fonctionne que là où vous l’avez demandé. Sur cet autre appareil, ouvrez-le ou saisissez le code de l’e‑mail dans l’application.
invalid-link-title = Ce lien n’est pas complet
invalid-link-text = Copiez-le en entier depuis l’e‑mail, du premier au dernier caractère.

request-title = Mot de passe oublié ?
request-new-link = Recevoir un lien pour cet appareil
request-lead = Saisissez votre adresse e‑mail pour recevoir un lien et choisir un nouveau mot de passe.
request-in-app = Pour votre sécurité, demandez un nouveau lien dans l’application.
email = Adresse e‑mail
send = Recevoir l’e‑mail
requested-title = Consultez vos e‑mails
requested-text = Si un compte est associé à { $email }, vous recevrez un e‑mail contenant un lien.
requested-spam = Rien après une minute ? Regardez dans vos spams et vérifiez l’adresse ci-dessus.

freeze-title = Bloquer votre compte ?
freeze-lead = Si vous n’avez pas modifié votre mot de passe, bloquez votre compte. Personne ne pourra se connecter tant que le mot de passe n’aura pas été réinitialisé par e‑mail.
freeze = Bloquer le compte
freeze-was-you = Si c’était vous, vous pouvez fermer cette page.
freeze-expired = Ce lien ne peut plus bloquer votre compte. Si quelqu’un d’autre a modifié votre mot de passe, réinitialisez-le tout de suite.
freeze-superseded-title = Ce lien ne bloque plus votre compte
freeze-superseded-text = Votre mot de passe a encore été modifié après cet e‑mail. Si ce n’était pas vous non plus, utilisez le lien du dernier e‑mail annonçant une modification ou réinitialisez votre mot de passe tout de suite.
frozen-title = Votre compte est bloqué
frozen-lead = Personne ne peut se connecter tant que vous n’avez pas choisi un nouveau mot de passe. Il reste deux étapes :
mailbox-step-title = Sécurisez votre boîte e‑mail
mailbox-step-text = Changez son mot de passe. La personne qui a fait cela pourrait lire vos e‑mails.
frozen-password-title = Choisissez ici un nouveau mot de passe
unlocks-account = Cela débloque votre compte.

mail-reset-subject = Réinitialisez votre mot de passe { $product }
mail-reset-preheader = { $minutes ->
    [one] Vous avez { $minutes } minute pour en choisir un nouveau.
   *[other] Vous avez { $minutes } minutes pour en choisir un nouveau.
  }
mail-reset-preheader-code = Code : { $code }
mail-reset-lead = Choisissez un nouveau mot de passe pour votre compte { $product }.
mail-same-device = Ouvrez le lien sur l’appareil où vous avez demandé cet e‑mail.
mail-button = Choisir un nouveau mot de passe
mail-link-valid = { $minutes ->
    [one] Le lien fonctionne une seule fois, pendant { $minutes } minute.
   *[other] Le lien fonctionne une seule fois, pendant { $minutes } minutes.
  }
mail-link-copy = Le bouton ne fonctionne pas ? Copiez ce lien :
mail-code-title = Ou saisissez ce code dans l’application
mail-code-valid = { $minutes ->
    [one] Il est valable { $minutes } minute.
   *[other] Il est valable { $minutes } minutes.
  } Ne le communiquez à personne : nous ne vous le demanderons jamais.
mail-requested = Demandé le
mail-changed = Modifié le
mail-device = Appareil
mail-device-name = { $client } sur { $system }
mail-fact = { $label } : { $value }
mail-unrequested-title = Vous n’avez rien demandé ?
mail-unrequested-text = Vous n’avez rien à faire. Votre mot de passe reste le même et personne ne peut le modifier sans cet e‑mail.
mail-unrequested-again = Si vous continuez à recevoir ce type d’e‑mails, dites-le-nous :
mail-why-reset = Envoyé à { $email } car une réinitialisation du mot de passe a été demandée pour cette adresse.
mail-why-changed = Envoyé à { $email }, l’adresse de votre compte.

notice-subject = Votre mot de passe { $product } a été modifié
notice-preheader = Si c’était vous, tout va bien. Sinon, bloquez votre compte.
notice-lead = Le mot de passe de votre compte { $product } a été modifié.
notice-signed-out = Tous les appareils ont été déconnectés.
notice-own-change = Si c’était vous, tout va bien. Reconnectez-vous avec votre nouveau mot de passe.
notice-not-you-title = Ce n’était pas vous ?
notice-lock-title = Bloquez votre compte
notice-link-valid = { $days ->
    [one] Personne ne pourra se connecter tant que le mot de passe n’aura pas été réinitialisé par e‑mail. Ce lien fonctionne pendant { $days } jour.
   *[other] Personne ne pourra se connecter tant que le mot de passe n’aura pas été réinitialisé par e‑mail. Ce lien fonctionne pendant { $days } jours.
  }
notice-recovery-title = Choisissez un nouveau mot de passe dans { $product }
notice-support-title = Prévenez-nous
