<?php
return ['component' => 'mod_certificate', 'version' => 2024042800, 'requires' => 2024100700];
