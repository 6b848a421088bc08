<?php
return ['component' => 'mod_quiz', 'version' => 2024100700, 'requires' => 2024100700];
