<!DOCTYPE html>
<html lang="${locale}">
<head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ${serverOrigin}; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <meta name="color-scheme" content="${darkMode?then('light dark', 'light')}">
    <title>${texts["totpDesk.title"]}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${resourceCommonUrl}/vendor/patternfly-v5/patternfly.min.css">
    <#list styles as style>
    <link rel="stylesheet" href="${pageUrl}/${version}/${style}">
    </#list>
    <#list scripts as script>
    <link rel="modulepreload" href="${pageUrl}/${version}/${script}">
    </#list>
    <script type="module" src="${pageUrl}/${version}/main.js"></script>
</head>
<body>
    <totp-desk data-environment="${environment}"></totp-desk>
    <p class="desk-loading">${texts["totpDesk.loading"]}</p>
    <noscript>${texts["totpDesk.noScript"]}</noscript>
</body>
</html>
