using System.Text.Json;
using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration.Binding;

/// <summary>Binds a value as if it were one key of the stack file.</summary>
internal static class ValueBinder
{
    public static T Bind<T>(string key, JsonElement value, ConfigProblems problems)
        where T : notnull
    {
        var type = ConfigType.Of(typeof(T));
        return (T)(new ValueReader(problems).Read(key, value, type, Constraints.None) ?? type.Empty());
    }
}
