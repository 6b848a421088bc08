<?php
// The platform's own version, as its plugins ask for it.
return ['release' => '4.5', 'version' => 2024100700];
