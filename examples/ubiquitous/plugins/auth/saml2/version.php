<?php
return ['component' => 'auth_saml2', 'version' => 2024071800, 'requires' => 2024100700];
