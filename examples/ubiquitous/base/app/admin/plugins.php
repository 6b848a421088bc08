<?php
// php admin/plugins.php list               the plugins that are installed, a line each
// php admin/plugins.php install FROM LIST  those that the file LIST names, out of the folder FROM
// php admin/plugins.php check              status 1 where one of them misses what it needs
declare(strict_types=1);

namespace ubiquitous;

require __DIR__ . '/../lib/plugins.php';

const PLUGINS = __DIR__ . '/../plugins';

exit(match ($argv[1] ?? '') {
    'list' => list_plugins(),
    'install' => install($argv[2], $argv[3]),
    'check' => check(),
    default => fail(['usage: php admin/plugins.php list | install FROM LIST | check']),
});

function list_plugins(): int
{
    foreach (find_plugins(PLUGINS) as $plugin) {
        echo "$plugin->component $plugin->version\n";
    }
    return 0;
}

function install(string $from, string $list): int
{
    $offered = find_plugins($from);
    $wanted = preg_grep('/^\w/', file($list, FILE_IGNORE_NEW_LINES));
    $unknown = array_diff($wanted, array_keys($offered));
    if ($unknown !== []) {
        return fail(array_map(fn (string $name) => "$list: $name is no plugin in $from", $unknown));
    }
    foreach ($wanted as $component) {
        copy_folder($offered[$component]->folder, PLUGINS . '/' . strtr($component, '_', '/'));
    }
    return check();
}

function check(): int
{
    return fail(find_faults(find_plugins(PLUGINS), (require __DIR__ . '/../version.php')['version']));
}

/** @param list<string> $messages none is no failure */
function fail(array $messages): int
{
    fwrite(STDERR, implode("\n", [...$messages, '']));
    return $messages === [] ? 0 : 1;
}

function copy_folder(string $from, string $to): void
{
    is_dir($to) || mkdir($to, 0755, true);
    foreach (array_diff(scandir($from), ['.', '..']) as $name) {
        is_dir("$from/$name") ? copy_folder("$from/$name", "$to/$name") : copy("$from/$name", "$to/$name");
    }
}
