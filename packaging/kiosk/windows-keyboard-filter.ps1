# The keys that a program cannot keep from Windows, switched off for everybody but administrators.
# Run it as an administrator, and restart.
# Source: https://learn.microsoft.com/windows/configuration/keyboard-filter/
$ErrorActionPreference = "Stop"
Enable-WindowsOptionalFeature -Online -FeatureName Client-KeyboardFilter -NoRestart | Out-Null
$where = @{ namespace = "root\standardcimv2\embedded" }
foreach ($key in "Ctrl+Alt+Del", "Win", "Alt+Tab", "Alt+F4", "Ctrl+Esc", "Ctrl+Shift+Esc", "Shift+Win", "Win+L", "Win+U", "Ctrl+Win+F") {
    $filter = Get-CimInstance -ClassName WEKF_PredefinedKey @where | Where-Object { $_.Id -eq $key }
    if ($filter) { $filter.Enabled = 1; Set-CimInstance -CimInstance $filter }
}
$administrators = Get-CimInstance -ClassName WEKF_Settings @where | Where-Object { $_.Name -eq "DisableKeyboardFilterForAdministrators" }
$administrators.Value = "true"; Set-CimInstance -CimInstance $administrators
# Five times Shift opens a dialog of Sticky Keys, with a way to the settings.
Set-ItemProperty "HKCU:\Control Panel\Accessibility\StickyKeys" -Name Flags -Value 506
