<!DOCTYPE html>
<html lang="en">
<head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ${serverOrigin}; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <meta name="color-scheme" content="light dark">
    <title>TOTP</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${resourceCommonUrl}/vendor/patternfly-v5/patternfly.min.css">
    <link rel="stylesheet" href="${resourceUrl}/desk.css">
    <link rel="stylesheet" href="${resourceUrl}/group.css">
    <link rel="stylesheet" href="${resourceUrl}/sheet.css">
    <script type="module" src="${resourceUrl}/main.js"></script>
</head>
<body>
    <totp-desk data-environment="${environment}"></totp-desk>
    <noscript>This page needs JavaScript.</noscript>
</body>
</html>
