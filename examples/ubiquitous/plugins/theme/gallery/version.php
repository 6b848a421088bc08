<?php
return ['component' => 'theme_gallery', 'version' => 2024060300, 'requires' => 2024100700];
