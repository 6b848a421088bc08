<?php
declare(strict_types=1);

namespace ubiquitous;

/** A plugin as its version.php tells it. */
final class Plugin
{
    /** @param array<string, int> $dependencies the least version of each plugin that it needs */
    private function __construct(
        public readonly string $component,
        public readonly int $version,
        public readonly int $requires,
        public readonly array $dependencies,
        public readonly string $folder,
    ) {
    }

    public static function read(string $folder): self
    {
        $told = require "$folder/version.php";
        return new self($told['component'], $told['version'], $told['requires'], $told['dependencies'] ?? [], $folder);
    }
}

/**
 * The plugins below a folder: type/name/version.php, as in mod/quiz/version.php.
 * @return array<string, Plugin> by component, such as mod_quiz
 */
function find_plugins(string $folder): array
{
    $plugins = array_map(fn (string $file) => Plugin::read(dirname($file)), glob("$folder/*/*/version.php") ?: []);
    $byComponent = array_column($plugins, null, 'component');
    ksort($byComponent);
    return $byComponent;
}

/**
 * What is wrong with a set of plugins for a platform of this version, a line each.
 * @param array<string, Plugin> $plugins
 * @return list<string>
 */
function find_faults(array $plugins, int $platform): array
{
    $faults = [];
    foreach ($plugins as $plugin) {
        if ($plugin->requires > $platform) {
            $faults[] = "$plugin->component needs version $plugin->requires of the platform, which is $platform";
        }
        foreach ($plugin->dependencies as $component => $version) {
            $found = $plugins[$component]->version ?? null;
            if ($found === null || $found < $version) {
                $faults[] = "$plugin->component needs $component $version, and there is " . ($found ?? 'none');
            }
        }
    }
    return $faults;
}
