<?php
// The platform's front page: php -S 0.0.0.0:8080 -t public
declare(strict_types=1);

namespace ubiquitous;

require __DIR__ . '/../lib/plugins.php';

header('Content-Type: application/json');
echo json_encode([
    'service' => getenv('SERVICE') ?: 'base',
    'release' => (require __DIR__ . '/../version.php')['release'],
    'plugins' => array_keys(find_plugins(__DIR__ . '/../plugins')),
]), "\n";
