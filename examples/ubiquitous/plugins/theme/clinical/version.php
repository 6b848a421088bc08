<?php
return ['component' => 'theme_clinical', 'version' => 2024060100, 'requires' => 2024100700];
