using System.Text.Json.Serialization;

namespace Infra.Configuration;

/// <summary>The processor a container image is built for.</summary>
internal enum Architecture
{
    [JsonStringEnumMemberName("x86_64")]
    X8664,

    [JsonStringEnumMemberName("arm64")]
    Arm64,
}
