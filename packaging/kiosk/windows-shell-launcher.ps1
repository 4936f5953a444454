# The kiosk in place of Explorer, for a local standard account "kiosk": Windows 10/11 Enterprise or Education.
# Run it as an administrator.  Shell Launcher replaces the shell but does not keep other programs from being
# started: docs/kiosk.md says what AppLocker and the Keyboard Filter add.
# Source: https://learn.microsoft.com/windows/configuration/shell-launcher/
$ErrorActionPreference = "Stop"
Enable-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -NoRestart | Out-Null
$sid = (New-Object Security.Principal.NTAccount("kiosk")).Translate([Security.Principal.SecurityIdentifier]).Value
$launcher = [wmiclass]"\\localhost\root\standardcimv2\embedded:WESL_UserSetting"
# 0: start the program again whenever it ends.
$launcher.SetDefaultShell("explorer.exe", 0)
$launcher.SetCustomShell($sid, '"C:\Program Files\pmlapp\pmlapp.exe" kiosk', ($null), ($null), 0)
$launcher.SetEnabled($true)
