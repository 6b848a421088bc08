<?php
return ['component' => 'mod_attendance', 'version' => 2024051400, 'requires' => 2024100700];
