<?php
// Creates the tables and the accounts: install.php FOLDER.
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', fn () => true);
wp_install('Harbour', 'keeper', 'keeper@example.org', false, '', 'the password of the keeper');
$account = wp_create_user(getenv('LOGIN'), getenv('PASSWORD'), getenv('EMAIL'));
if (is_wp_error($account)) {
    fwrite(STDERR, $account->get_error_message());
    exit(1);
}
