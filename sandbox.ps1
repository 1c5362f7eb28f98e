# Starts the sandbox. Builds it first if a source has changed since the last build.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$built = Join-Path $root 'tools/Infra.Sandbox/bin/ready'
$list = Join-Path $built 'sources'
$program = Join-Path $built 'publish/Infra.Sandbox/release/Infra.Sandbox'

function Get-Source {
    $folders = 'Infra', 'tools/Infra.Sandbox', 'tools/sdk' | ForEach-Object { Join-Path $root $_ }
    @(Get-ChildItem $root -File -Filter 'Directory.*') + @(Get-ChildItem $folders -File -Recurse) |
        Where-Object { $_.FullName -notmatch '[\\/](bin|obj|feed|[^\\/]*\.Tests)[\\/]' }
}

# Names as well as times, since a deleted file leaves no time.
function Test-Current([object[]] $sources) {
    if (-not (Test-Path $list)) { return $false }
    $time = (Get-Item $list).LastWriteTimeUtc
    $names = ($sources.FullName | Sort-Object) -join "`n"
    -not ($sources | Where-Object { $_.LastWriteTimeUtc -gt $time }) -and $names -eq (Get-Content $list -Raw)
}

function Publish-Sandbox([string[]] $options) {
    dotnet publish (Join-Path $root 'tools/Infra.Sandbox') -c Release --use-current-runtime --no-self-contained `
        --artifacts-path $built -v quiet -nologo @options | Out-String | Write-Verbose
    $LASTEXITCODE -eq 0
}

$sources = @(Get-Source)
if (-not (Test-Current $sources)) {
    [Console]::Error.WriteLine('Building the sandbox, which takes about a minute')
    New-Item $built -ItemType Directory -Force | Out-Null
    $started = [DateTime]::UtcNow
    # Compiled ahead of time it starts in half the time. The compiler is a NuGet package, which a source may lack.
    if (-not (Publish-Sandbox '-p:PublishReadyToRun=true') -and -not (Publish-Sandbox)) {
        dotnet build (Join-Path $root 'tools/Infra.Sandbox') -nologo -v quiet
        exit 1
    }
    Set-Content $list (($sources.FullName | Sort-Object) -join "`n") -NoNewline
    (Get-Item $list).LastWriteTimeUtc = $started
}

& $program @args
exit $LASTEXITCODE
