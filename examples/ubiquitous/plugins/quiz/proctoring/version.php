<?php
return ['component' => 'quiz_proctoring', 'version' => 2024082000, 'requires' => 2024100700, 'dependencies' => ['mod_quiz' => 2024100700]];
