<?php
// What a plugin of the site would do: its mail server, a rule for passwords, and an answer whether a visitor is signed in.

add_filter('wp_mail_from', fn () => getenv('SENDER'));
add_action('phpmailer_init', function ($mailer) {
    $mailer->isSMTP();
    $mailer->Host = getenv('SITE_HOST');
    $mailer->Port = (int) getenv('SMTP_PORT');
    $mailer->SMTPAutoTLS = false;
});
add_action('validate_password_reset', function ($errors) {
    if (isset($_POST['pass1']) && strlen($_POST['pass1']) < 8) {
        $errors->add('short', 'Choose a longer password.');
    }
});
if (getenv('EXPIRED')) {
    add_filter('password_reset_expiration', fn () => -1);
}
add_action('init', function () {
    if (isset($_GET['signed-in'])) {
        status_header(is_user_logged_in() ? 200 : 401);
        exit;
    }
});
