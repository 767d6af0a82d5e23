<?php
// The site has the address with which it is called.
$address = 'http://' . ($_SERVER['HTTP_HOST'] ?? getenv('SITE_HOST'));
define('WP_SITEURL', $address);
define('WP_HOME', $address);
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', getenv('DATABASE'));
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define("{$name}_KEY", "a key for the duration of a test: $name");
    define("{$name}_SALT", "a salt for the duration of a test: $name");
}
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
