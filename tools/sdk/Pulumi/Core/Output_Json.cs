using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>The JSON of a value, in which outputs and inputs at any depth stand for their values.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<string>(JsonSerializeAsync(value, options));
    }

    /// <summary>The value that a JSON text describes; it is secret if the text is.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Apply(text => JsonSerializer.Deserialize<T>(text, OutputJson.With(options))!);
    }

    private static async Task<OutputData<string>> JsonSerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var data = await value.DataTask.ConfigureAwait(false);
        while (data.IsKnown)
        {
            var pass = new OutputJson.Pass();
            var json = pass.Serialize(data.Value, OutputJson.With(options));
            if (pass.Pending.Count == 0)
            {
                var resources = OutputData.Union(data.Resources, pass.Resources);
                return new OutputData<string>(pass.IsKnown ? json : "", pass.IsKnown, data.IsSecret || pass.IsSecret, resources);
            }

            foreach (var task in pass.Pending)
            {
                await task.ConfigureAwait(false);
            }
        }

        return new OutputData<string>("", false, data.IsSecret, data.Resources);
    }
}
