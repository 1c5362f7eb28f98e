using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class OptionsMergeTests
{
    [Fact]
    public void Merge_PrefersSingleValuesOfTheSecond()
    {
        var merged = CustomResourceOptions.Merge(
            new CustomResourceOptions { Protect = true, Version = "1", ImportId = "first" },
            new CustomResourceOptions { Protect = false, DeleteBeforeReplace = true });

        Assert.False(merged.Protect);
        Assert.Equal("1", merged.Version);
        Assert.Equal("first", merged.ImportId);
        Assert.True(merged.DeleteBeforeReplace);
    }

    [Fact]
    public async Task Merge_JoinsLists()
    {
        var mocks = new RecordingMocks();
        CustomResourceOptions? merged = null;
        await UpdateAsync(
            () => merged = CustomResourceOptions.Merge(
                new CustomResourceOptions { IgnoreChanges = { "a" }, DependsOn = { new Thing("first") } },
                new CustomResourceOptions { IgnoreChanges = { "b" }, DependsOn = { new Thing("second") } }),
            mocks);

        Assert.Equal(["a", "b"], merged!.IgnoreChanges);
        Assert.Equal(2, (await ValueOf<ImmutableArray<Resource>>(merged.DependsOn)).Length);
    }

    [Fact]
    public void Merge_ChangesNeitherAndTakesNull()
    {
        var options = new CustomResourceOptions { AdditionalSecretOutputs = { "text" } };
        var merged = CustomResourceOptions.Merge(options, null);
        merged.AdditionalSecretOutputs.Add("other");

        Assert.Equal(["text"], options.AdditionalSecretOutputs);
        Assert.Empty(CustomResourceOptions.Merge(null, null).IgnoreChanges);
    }

    [Fact]
    public async Task MergedProviders_AreOnePerPackageTheLastOne()
    {
        TestProvider? second = null;
        ComponentResourceOptions? merged = null;
        await UpdateAsync(() =>
        {
            var first = new TestProvider("first", new TestProviderArgs());
            second = new TestProvider("second", new TestProviderArgs());
            merged = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { first } },
                new ComponentResourceOptions { Providers = { second }, Protect = true });
        });

        Assert.Equal<ProviderResource>([second!], merged!.Providers);
        Assert.True(merged.Protect);
    }
}
