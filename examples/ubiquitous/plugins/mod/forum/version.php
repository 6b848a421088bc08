<?php
return ['component' => 'mod_forum', 'version' => 2024100700, 'requires' => 2024100700];
