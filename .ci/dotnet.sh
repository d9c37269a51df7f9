# Sourced by ./run and ./test: finds a .NET SDK that global.json accepts, and ICU, or says what to install.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

need() {
    printf '\n%s needs %s\n' "$0" "$1" >&2
    exit 1
}

if ! command -v dotnet >/dev/null; then
    for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/lib64/dotnet; do
        if [ -x "$folder/dotnet" ]; then
            PATH="$folder:$PATH"
            break
        fi
    done
fi
command -v dotnet >/dev/null ||
    need 'the .NET SDK, 10.0.400 or a later 10.0 SDK, and finds no dotnet: https://dotnet.microsoft.com/download/dotnet/10.0'

# .NET itself stops without ICU, and in its invariant mode Chinese names would sort and dates would read wrongly.
unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT
{ ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null || ls -R /usr/lib /usr/lib64 2>/dev/null; } |
    grep 'libicuuc\.so\.' >/dev/null ||
    need 'ICU (libicu). Debian 12: apt-get install libicu72, Debian 13: libicu76, Ubuntu 24.04: libicu74; Fedora: dnf install libicu'

dotnet --version >/dev/null 2>&1 ||
    need "the .NET SDK, 10.0.400 or a later 10.0 SDK. Installed: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ' | grep . || echo none)"

# The built executables look for the runtime beside the SDK only when told; a dotnet in the home folder is found by nothing else.
runtime=$(dirname "$(readlink -f "$(command -v dotnet)")")
if [ -d "$runtime/shared/Microsoft.NETCore.App" ]; then
    export DOTNET_ROOT="${DOTNET_ROOT:-$runtime}"
fi
